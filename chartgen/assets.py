"""Where the files that ship with chartgen are: inside the package in a wheel, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def library_chart() -> Path:
    """The folder of the library chart's source."""
    return _asset("library-chart")


def presets() -> Path:
    """The folder of the presets that ship."""
    return _asset("presets")


def _asset(name: str) -> Path:
    """An editable install is a checkout: its package lies where it always lay."""
    packed = _PACKAGE / "_assets" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name

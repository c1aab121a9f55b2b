"""Where the files that ship with chartgen are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def library_chart() -> Path:
    """The folder of the library chart's source."""
    return _shipped("library-chart")


def presets() -> Path:
    """The folder of the presets that ship."""
    return _shipped("presets")


def _shipped(name: str) -> Path:
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name

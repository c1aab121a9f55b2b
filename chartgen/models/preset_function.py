"""A preset that takes options: a function that returns one."""

from collections.abc import Callable, Sequence
from inspect import currentframe, signature
from pathlib import Path
from typing import Any, Generic, ParamSpec

from chartgen.models.base import called_from
from chartgen.models.namespace import NamespacePreset
from chartgen.models.preset import Preset
from chartgen.models.preset_use import PresetUse, made_by

P = ParamSpec("P")


class PresetFunction(Generic[P]):
    """What a service calls to ask for the preset with options; the preset is made when the service is planned."""

    def __init__(self, function: Callable[P, Preset | NamespacePreset]) -> None:
        self.function = function

    def __call__(self, *words: P.args, **options: P.kwargs) -> PresetUse:
        """Ask for the preset."""
        file = self.function.__code__.co_filename
        use = PresetUse(name=Path(file).stem.replace("_", "-"), options={**_named(self.function, words), **options})
        here = currentframe()
        return called_from(made_by(use, file), here and here.f_back)


def takes_options(function: Callable[P, Preset | NamespacePreset]) -> PresetFunction[P]:
    """Make a preset of a function whose keywords are its options; the file's name is the preset's.

    ``@takes_options`` above ``def preset(*, metrics_path: str = "/metrics") -> Preset: …``, and in a service
    ``presets=[http_api.preset(metrics_path="/m")]`` or ``PresetUse(name="http-api", options={"metrics_path": "/m"})``.
    """
    return PresetFunction(function)


def _named(function: Callable[..., Any], words: Sequence[Any]) -> dict[str, Any]:
    """Options that were given without their names."""
    return dict(zip(signature(function).parameters, words, strict=False))

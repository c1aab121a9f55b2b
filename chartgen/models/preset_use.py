"""A preset as a service asks for it: by its name, with options where it takes some."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chartgen.models.base import MUST, Shorthand
from chartgen.models.types import PRESET_NAME

PresetName = Annotated[str, Field(pattern=PRESET_NAME, max_length=127)]
"""A preset's name; to be exact with its source in front, as ``acme/http-api``."""


class PresetUse(Shorthand):
    """A preset as a service asks for it: its name, and the options that it takes."""

    __slots__ = ("_file",)

    scalar = "name"

    name: PresetName = MUST
    """The preset's name; to be exact with its source in front, as ``acme/http-api``."""

    options: Mapping[str, Any] = {}
    """What its function takes, by name."""


def made_by(use: PresetUse, file: str) -> PresetUse:
    """The use, by the function of a file: it means that file, whatever others define the name."""
    object.__setattr__(use, "_file", file)
    return use


def file_of(use: PresetUse) -> str | None:
    """The file whose function made the use; None where it was asked for by name."""
    return getattr(use, "_file", None)


if TYPE_CHECKING:
    PresetLike = PresetUse | str
else:
    PresetLike = PresetUse
"""A preset, or its name alone."""

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

    scalar = "name"

    name: PresetName = MUST
    """The preset's name; to be exact with its source in front, as ``acme/http-api``."""

    options: Mapping[str, Any] = {}
    """What its function takes, by name."""


if TYPE_CHECKING:
    PresetLike = PresetUse | str
else:
    PresetLike = PresetUse
"""A preset, or its name alone."""

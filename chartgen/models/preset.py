"""What a platform team publishes: settings with their reasons, locks, sizes, and what services must state."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from chartgen.models.base import MUST
from chartgen.models.locks import FieldText, Lock, RuleLevel
from chartgen.models.preset_use import PresetName
from chartgen.models.resources import Resources
from chartgen.models.service import Overlay, Settings
from chartgen.models.types import RULE, EnvironmentName, Name, Repository, SemVer, Text


class Preset(Settings):
    """A named, versioned layer that a platform team publishes: an organisation's standards, with their reasons."""

    name: Name = MUST
    """The preset's name, as services state it."""

    version: SemVer = "0.1.0"
    """The preset's version."""

    description: Text = ""
    """What it is for, in a line."""

    extends: Sequence[PresetName] = ()
    """Presets that lie below this one, the later above the earlier."""

    environments: Mapping[EnvironmentName, Overlay] = {}
    """What it says differently in an environment, and in those that extend it; one that a service lacks is ignored.
    All of it lies below the service."""

    locks: Sequence[Lock] = ()
    """What services may not change."""

    required: Sequence[FieldText] = ()
    """Fields that each service must state: ``["owner", "labels.cost-centre"]``."""

    registries: Sequence[Repository] = ()
    """Where images may come from: registries, or folders in them, as ``ghcr.io/acme``; by default anywhere."""

    sizes: Mapping[Name, Resources] = {}
    """Resources by a name, for ``size`` of a service or component: ``{"small": Resources(cpu="100m")}``."""

    rules: Mapping[Annotated[str, Field(pattern=RULE)], RuleLevel] = {}
    """How rules of good practice count: ``{"CG601": "error"}``."""

    deprecated: Text = ""
    """What to use instead; whoever has the preset is then told so: ``"use http-api-2"``."""

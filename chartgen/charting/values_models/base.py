"""What every model of the values file shares: closed, strict, camelCase, documented by the strings under its fields.

The values have models of their own, since half of their keys have another name or shape than the service's. From
them come ``values.schema.json``, the comments of ``values.yaml`` and the table of the chart's README. Kubernetes'
own shapes stand under Kubernetes' own names. A field without a default must be there in every values file; one with
the default ``OPTIONAL`` may be absent.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

OPTIONAL: Any = MISSING
"""The default of a key that a values file may lack; unset numbers and booleans have no key at all."""


class Section(BaseModel):
    """A mapping in values.yaml with known keys and no others."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=to_camel,
        validate_by_alias=True,
        validate_by_name=False,
    )


SectionT = TypeVar("SectionT", bound=Section)


def not_empty(section: SectionT) -> SectionT:
    """Return a section of optional keys that says something; ``{}`` would mean everything, silently."""
    if not section.model_fields_set:
        msg = "needs at least one key"
        raise ValueError(msg)
    return section


ONE_KEY: JsonDict = {"minProperties": 1, "maxProperties": 1}
"""For the schema of a section whose keys exclude each other, and which has one of them."""


def one_key(section: SectionT) -> SectionT:
    """Return a section that says exactly one of its keys."""
    if len(section.model_fields_set) != 1:
        msg = "needs exactly one key"
        raise ValueError(msg)
    return section


def without(*reserved: str) -> tuple[AfterValidator, FieldInfo]:
    """Refuses keys that the templates print themselves: a key that stands twice is an invalid object."""

    def refuse(entries: Mapping[str, Any]) -> Mapping[str, Any]:
        if taken := sorted(set(entries) & set(reserved)):
            msg = f"{taken[0]} is the chart's own"
            raise ValueError(msg)
        return entries

    return AfterValidator(refuse), Field(json_schema_extra={"properties": dict.fromkeys(reserved, False)})


ONE_NAME: JsonDict = {"oneOf": [{"required": ["name"]}, {"required": ["own"]}]}
"""For the schema of a reference: an existing object's name, or the one that the chart's own values use."""

ONE_SECRET_NAME: JsonDict = {"oneOf": [{"required": ["secretName"]}, {"required": ["own"]}]}
"""The same where Kubernetes calls the name so."""


def one_name(section: SectionT) -> SectionT:
    """Return a reference that says exactly one of the two."""
    if len(section.model_fields_set & {"name", "secret_name", "claim_name", "own"}) != 1:
        msg = "needs either the name of an existing object or own"
        raise ValueError(msg)
    return section

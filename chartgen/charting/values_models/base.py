"""What every model of the values file shares: closed, strict, camelCase, documented by the strings under its fields.

The values have models of their own, since half of their keys have another name or shape than the service's. From
them come ``values.schema.json``, the comments of ``values.yaml`` and the table of the chart's README. Kubernetes'
own shapes stand under Kubernetes' own names. A field without a default must be there in every values file; one with
the default ``OPTIONAL`` may be absent.
"""

from typing import Any, TypeVar

from pydantic import MISSING, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

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

"""An accepted exception to a rule or a lock: why, by whom, and until when."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from chartgen.models.base import MUST, Model
from chartgen.models.locks import FieldText
from chartgen.models.types import DAY, RULE, EnvironmentName, Text


def _is_a_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is not a day; write it as 2027-01-31"
        raise ValueError(msg) from None
    return text


class Waiver(Model):
    """Lifts one rule's findings of this service, or one lock, until a day. It never enters the chart."""

    rule: Annotated[str, Field(pattern=RULE)] | None = None
    """The rule's number, as ``CG401``."""

    lock: FieldText | None = None
    """The lock's field, as the preset writes it: ``*.image.repository``."""

    reason: Annotated[Text, Field(min_length=1)] = MUST
    """Why the exception is right for now."""

    owner: Annotated[Text, Field(min_length=1)] = MUST
    """Who answers for it."""

    until: Annotated[str, Field(pattern=DAY), AfterValidator(_is_a_day)] = MUST
    """Its last day, as ``2027-01-31``."""

    environment: EnvironmentName | None = None
    """Only in this environment; by default in all."""

"""A lock: what a preset demands of a field, with its reason."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import URL, EnvironmentName, Text

Plain = bool | int | str
"""A value that a field may be locked to."""

FieldText = Annotated[Text, Field(min_length=1, max_length=500)]
"""A field's place, as messages spell it: ``autoscaling.min_replicas``, ``labels["example.com/team"]``; ``*`` for
every entry of a map."""


RuleLevel = Literal["off", "finding", "error"]
"""How a rule of good practice counts. ``finding``: ``check`` reports it; ``error``: nothing is generated; ``off``: not
asked."""


class Lock(Model):
    """What every service that has the preset must keep to; chartgen and Helm refuse what does not, with the reason.

    Say one demand: ``equals``, ``one_of``, ``at_least`` and ``at_most``, ``matches``, ``present`` or ``absent``.
    """

    positional = ("field",)

    field: FieldText = Field(default=MUST, kw_only=False)
    """The field: ``replicas``, ``service.type``, ``labels["example.com/team"]``. ``*`` is every entry of a map:
    ``ports.*.protocol``, ``components.*.replicas``. ``*`` in front is every container that has the field, of
    components too: ``*.image.repository``."""

    equals: Plain | Sequence[Plain] | None = None
    """The only value."""

    one_of: Sequence[Plain] | None = None
    """The values to choose from."""

    at_least: int | str | None = None
    """The least, for numbers and quantities: ``3``, ``"128Mi"``."""

    at_most: int | str | None = None
    """The most, for numbers and quantities."""

    matches: Text | None = None
    """A regular expression that must be found in the text; write ``^`` and ``$`` for the whole of it."""

    present: bool = False
    """It must be set."""

    absent: bool = False
    """It must not be set."""

    if_set: bool = False
    """Hold only where the field is set; by default what nobody sets breaks a lock on its value."""

    environments: Sequence[EnvironmentName] = ()
    """Where it holds: these environments and those that extend them; by default everywhere."""

    reason: Annotated[Text, Field(min_length=1)] = MUST
    """Why, in words that whoever is refused can act on; Helm prints it too."""

    link: Annotated[Text, Field(pattern=URL)] | None = None
    """Where to read more."""

    waivable: bool = True
    """Let services waive it until a day; ``False`` for what has no exception."""

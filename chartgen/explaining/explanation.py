"""What ``explain`` answers, as data: fields with those who say them, values, and what is printed of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Saying:
    """What one layer says of a field, and where."""

    layer: str
    """``preset http-api``, ``service``, ``environment production``."""

    file: str
    line: int
    """From 1; 0 where the file as a whole is meant."""

    value: Any
    """None where the layer takes back what those below it say."""


@dataclass(frozen=True)
class Field:
    """A field of the service file, or of that of another service."""

    path: str
    parts: Sequence[str | int]
    """The path in its parts: a key may hold dots."""

    value: Any
    said: Sequence[Saying]
    """The layers that say it: the first one counts, the others lost to it. None where the default holds."""

    default: Any
    """None where there is none, or a layer has to say it."""

    reason: str
    """What the field is for, and why its default is what it is."""

    locks: Sequence[str] = ()
    waivers: Sequence[str] = ()

    of: str = ""
    """The other service of the project whose field it is; "" for the one in question."""


@dataclass(frozen=True)
class Value:
    """What templates see: a value of the values files, a field of Chart.yaml, or what Helm is told of the release."""

    path: str
    """``values.yaml: replicaCount``, ``Chart.yaml: version``, ``the release: name``."""

    value: Any
    pinned: Saying | None = None
    """Who says it above the service's layers: image-<environment>.yaml."""


@dataclass(frozen=True)
class Printed:
    """A field of a manifest."""

    object: str
    """``Deployment/orders-api``."""

    path: str
    value: Any
    template: str
    """The chart's template; its one line includes a define of the library."""

    line: int | None
    """The line of the library chart's ``_library.tpl`` that prints it; None where that is not known."""

    define: str


@dataclass(frozen=True)
class Explanation:
    """The answer to one question."""

    service: str
    environment: str
    asked: str
    """The field in question, as it is called; "" for all that is not default."""

    fields: Sequence[Field]
    """Where it comes from: changing one of these changes it."""

    values: Sequence[Value] = ()
    printed: Sequence[Printed] = ()
    decides: Sequence[str] = ()
    """Objects, and fields of objects, that are there or not because of it."""

    deciding: Sequence[Field] = ()
    """Fields that decide if a field of a manifest is there at all."""

    library: str = ""
    """The chart's file that the lines of what is printed stand in."""

    notes: Sequence[str] = ()
    """What can't be told, or needs a word."""

"""Where traffic from outside goes: a port of the service, of one of its components, or another Service."""

from typing import Annotated, ClassVar

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import Name, PortName, PortNumber


class Target(Model):
    """A port of the service, of one of its components, or of another Service."""

    rivals: ClassVar[tuple[frozenset[str], ...]] = (frozenset({"component", "service"}),)

    component: Name | None = None
    """The component that answers; by default the main workload."""

    service: Name | None = None
    """Another Service of the namespace, by its full name, which this chart does not make; its ``port`` is a number."""

    port: PortName | PortNumber | None = None
    """The port by name; by default ``http``, else the first. Another Service's port is a number."""


class FarTarget(Target):
    """The same, in another namespace too."""

    namespace: Name | None = None
    """The namespace of another Service, which allows it by a ReferenceGrant; by default the release's."""


class Backend(FarTarget):
    """A share of the requests, and where it goes."""

    weight: Annotated[int, Field(ge=0, le=1_000_000)] = 1
    """Its share of the sum of all weights; 0 sends it nothing."""

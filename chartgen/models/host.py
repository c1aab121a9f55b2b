"""The node beneath the pods, where a node agent needs it: its namespaces, its ports, each with the reason."""

from typing import Annotated

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import PortNumber, Text

Address = Annotated[str, Field(pattern=r"^[0-9a-f.:]+$", max_length=45)]
"""An IPv4 or IPv6 address."""


class HostAccess(Model):
    """Namespaces of the node that the pods share: for node agents only, since it ends the pod's isolation.

    Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
    """

    network: bool = False
    """The node's network: its addresses, its ports, no NetworkPolicy. Names are then resolved by
    ``ClusterFirstWithHostNet`` unless ``dns.policy`` says otherwise."""

    pid: bool = False
    """The node's processes are seen, and can be signalled."""

    ipc: bool = False
    """The node's shared memory."""

    because: Annotated[Text, Field(min_length=1)] = MUST
    """Why nothing else will do; whoever reads the file next has to know."""


class HostPort(Model):
    """A port of the node that leads to the container: one pod a node, and out of reach of NetworkPolicies.

    Source: https://kubernetes.io/docs/concepts/configuration/overview/#services
    """

    port: PortNumber | None = None
    """The node's port; by default the container's."""

    address: Address | None = None
    """The node's address that is bound; by default all."""

    because: Annotated[Text, Field(min_length=1)] = MUST
    """Why a Service will not do; whoever reads the file next has to know."""

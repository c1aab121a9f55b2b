"""Containers: what all of them may say, and those that stand beside a workload's own."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.image import Image
from chartgen.models.lifecycle import Lifecycle
from chartgen.models.ports import PortLike
from chartgen.models.probes import Command, Probes
from chartgen.models.raw import PLAIN
from chartgen.models.resources import OnResize, ResizedResource, Resources
from chartgen.models.security import SecurityContext
from chartgen.models.types import AbsolutePath, EnvName, Name, PortName, Text
from chartgen.models.variables import EnvFrom, EnvLike
from chartgen.models.volumes import Mount


class Container(Model):
    """What every container may say."""

    command: Command | None = None
    """Replaces the image's entrypoint; ``None`` keeps it."""

    args: Sequence[Text] | None = None
    """Replaces the image's command, the entrypoint's arguments; ``None`` keeps it."""

    working_dir: AbsolutePath | None = None
    """The folder that the process starts in; ``None`` keeps the image's."""

    env: Mapping[EnvName, EnvLike | None] = {}
    """Environment variables by name: text, a ``Ref`` to others, a key of a Secret or ConfigMap, a field of the pod."""

    env_from: Sequence[EnvFrom] = ()
    """ConfigMaps and Secrets of which every key becomes a variable; the later wins."""

    resources: Resources = Resources()
    """What the container reserves, and its limits."""

    security_context: SecurityContext = SecurityContext()
    """What the container may do."""

    termination_message_policy: Annotated[str, Field(pattern="^(File|FallbackToLogsOnError)$")] | None = None
    """``FallbackToLogsOnError`` shows the last log lines as the reason of a crash; Kubernetes' default is ``File``."""

    termination_message_path: AbsolutePath | None = None
    """The file whose content becomes the reason of an end; Kubernetes' default is ``/dev/termination-log``."""

    stdin: bool = False
    """Keep standard input open, for ``kubectl attach``."""

    stdin_once: bool = False
    """Close standard input when the first who attached leaves; goes with ``stdin``."""

    tty: bool = False
    """Give the process a terminal; programs that write line by line to one need it."""

    container_extra: Annotated[Mapping[str, Any], PLAIN] = {}
    """Fields of the container that have no field here, in Kubernetes' names and shape: ``{"restartPolicyRules": […]}``.
    A field that Kubernetes does not know is refused, and one that a typed field says. Source:
    https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container"""


if TYPE_CHECKING:
    Mounts = Sequence[Mount | str]
else:
    Mounts = Sequence[Mount]


class InitContainer(Container):
    """A container that runs to its end before the workload's own starts; they run one after another, as they stand.

    Source: https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
    """

    image: Image | None = None
    """The image that runs; by default the workload's."""

    mounts: Mapping[Name, Mounts | None] = {}
    """Where it finds the pod's volumes, by the volume's name: ``{"data": ["/data"]}``."""

    devices: Mapping[Name, AbsolutePath | None] = {}
    """Where it finds bare devices of disks, by the volume's name: ``{"data": "/dev/xvda"}``."""


class Sidecar(InitContainer):
    """A container that runs beside the workload's own: it starts before, and is stopped after it.

    It is an init container with ``restartPolicy: Always``, so that a Job ends without it and the start waits for it.
    Source: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    """

    ports: Mapping[PortName, PortLike | None] = {}
    """Ports by name, beside the workload's own; no two containers of a pod share one."""

    probes: Probes = Probes(readiness=None)
    """How the kubelet asks if it is well; by default not at all."""

    lifecycle: Lifecycle = Lifecycle()
    """Hooks of its own."""

    resize_policy: Mapping[ResizedResource, OnResize | None] = {}
    """What a change of its resources in a running pod does to it; Kubernetes' default is ``NotRequired``."""

"""What a pod and its containers may do. The defaults pass the Pod Security Standard *restricted*.

Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import Text

Id = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A numeric user or group."""

Capability = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
"""A Linux capability without ``CAP_``, as ``NET_BIND_SERVICE``."""


Sysctl = Annotated[
    str, Field(pattern=r"^[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$", max_length=253)
]
"""A kernel parameter, as ``net.core.somaxconn``."""


ProfilePath = Annotated[str, Field(pattern=r"^[^/:\x00-\x1f][^:\x00-\x1f]*$", max_length=4096)]
"""A file below the kubelet's folder of profiles, as ``profiles/strict.json``."""


class Seccomp(Model):
    """The filter of system calls."""

    type: Literal["RuntimeDefault", "Localhost", "Unconfined"] = "RuntimeDefault"
    """``RuntimeDefault`` is the container runtime's own filter."""

    localhost_profile: ProfilePath | None = None
    """The profile's file on the node, for ``Localhost`` only."""


class AppArmor(Model):
    """The AppArmor profile, on nodes that have AppArmor.

    Source: https://kubernetes.io/docs/tutorials/security/apparmor/
    """

    type: Literal["RuntimeDefault", "Localhost", "Unconfined"] = "RuntimeDefault"
    """``RuntimeDefault`` is the container runtime's own profile."""

    localhost_profile: Annotated[Text, Field(min_length=1)] | None = None
    """The name of a profile that the node has loaded, for ``Localhost`` only."""


SeLinuxWord = Annotated[str, Field(pattern=r"^[^\s]+$", max_length=256)]
"""A part of an SELinux label."""


class SeLinux(Model):
    """The SELinux label, on nodes that have SELinux; what is not said the container runtime chooses.

    Source: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container
    """

    user: SeLinuxWord | None = None
    """The user, as ``system_u``."""

    role: SeLinuxWord | None = None
    """The role, as ``system_r``."""

    type: SeLinuxWord | None = None
    """The type, as ``container_t``."""

    level: SeLinuxWord | None = None
    """The level, as ``s0:c123,c456``."""


class PodSecurityContext(Model):
    """Settings for all containers of the pod."""

    run_as_non_root: bool = True
    """Refuse to start as root."""

    run_as_user: Id | None = 10001
    """The process's numeric user; ``None`` keeps the image's own, which must be numeric."""

    run_as_group: Id | None = 10001
    """The process's numeric group; ``None`` keeps the image's own."""

    fs_group: Id | None = None
    """The group that owns mounted volumes; only where a volume needs it."""

    fs_group_change_policy: Literal["OnRootMismatch", "Always"] = "OnRootMismatch"
    """``OnRootMismatch`` does not walk through a whole volume at each start. Printed beside ``fs_group``."""

    supplemental_groups: Sequence[Id] = ()
    """Further numeric groups."""

    seccomp: Seccomp = Seccomp()
    """The filter of system calls."""

    app_armor: AppArmor | None = None
    """The AppArmor profile; by default the nodes' own choice."""

    se_linux: SeLinux | None = None
    """The SELinux label; by default the container runtime's choice."""

    sysctls: Mapping[Sysctl, Text | None] = {}
    """Kernel parameters of the pod: ``{"net.ipv4.ip_unprivileged_port_start": "0"}``. What is not safe a node has to
    admit. Source: https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"""


class SecurityContext(Model):
    """Settings of the container."""

    allow_privilege_escalation: bool = False
    """Let a process gain more rights than its parent."""

    read_only_root_filesystem: bool = True
    """The image's files can't be changed; /tmp and other volumes are for writing."""

    privileged: bool = False
    """Root on the node: for node agents only."""

    run_as_user: Id | None = None
    """The container's numeric user; by default the pod's."""

    run_as_group: Id | None = None
    """The container's numeric group; by default the pod's."""

    run_as_non_root: bool | None = None
    """Refuse to start as root; by default the pod's setting."""

    seccomp: Seccomp | None = None
    """The container's own filter of system calls; by default the pod's."""

    app_armor: AppArmor | None = None
    """The container's own AppArmor profile; by default the pod's."""

    se_linux: SeLinux | None = None
    """The container's own SELinux label; by default the pod's."""

    drop_capabilities: Sequence[Capability] = ("ALL",)
    """Linux capabilities taken away."""

    add_capabilities: Sequence[Capability] = ()
    """Linux capabilities given; *restricted* admits ``NET_BIND_SERVICE`` only, any other needs ``because``."""

    because: Annotated[Text, Field(min_length=1)] | None = None
    """Why ``privileged`` or added capabilities are needed; whoever reads the file next has to know."""

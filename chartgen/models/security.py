"""What a pod and its containers may do. The defaults pass the Pod Security Standard *restricted*.

Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import Model

Id = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A numeric user or group."""

Capability = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
"""A Linux capability without ``CAP_``, as ``NET_BIND_SERVICE``."""


class Seccomp(Model):
    """The filter of system calls."""

    type: Literal["RuntimeDefault", "Localhost", "Unconfined"] = "RuntimeDefault"
    """``RuntimeDefault`` is the container runtime's own filter."""

    localhost_profile: Annotated[str, Field(pattern=r"^[^/].*$")] | None = None
    """The profile's file on the node, for ``Localhost`` only."""


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

    drop_capabilities: Sequence[Capability] = ("ALL",)
    """Linux capabilities taken away."""

    add_capabilities: Sequence[Capability] = ()
    """Linux capabilities given; *restricted* admits ``NET_BIND_SERVICE`` only."""

"""What pods share with their node, and what they are called: each exception has its reason, and holds together."""

from collections.abc import Iterator
from ipaddress import ip_address

from chartgen.layering.kinds import ENDING
from chartgen.layering.problem import Problem
from chartgen.models.service import ContainerSpec, WorkloadSpec

_HARMLESS = frozenset({"NET_BIND_SERVICE"})
"""Capabilities that the Pod Security Standard *restricted* admits."""

_OF_SHARED_MEMORY = ("kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue.")
"""How kernel parameters begin that belong to the namespace of shared memory."""


def privilege_has_a_reason(spec: ContainerSpec) -> Iterator[Problem]:
    """What goes beyond the Pod Security Standard says why."""
    own = spec.security_context
    added = [name for name in own.add_capabilities if name not in _HARMLESS]
    if own.because is None and (own.privileged or added):
        field, text = ("privileged", "is True") if own.privileged else ("add_capabilities", f"gives {', '.join(added)}")
        hint = 'write because="…" beside it: why nothing less will do'
        yield Problem(("security_context", field), f"{text}, which needs a reason", hint)


def host_access_says_what(spec: WorkloadSpec) -> Iterator[Problem]:
    """Access to the node says to what; processes are shared with the node or within the pod."""
    host = spec.host
    if host is None:
        return
    if not (host.network or host.pid or host.ipc):
        yield Problem(("host",), "shares nothing; say network, pid or ipc, or leave it out")
    if host.pid and spec.share_process_namespace:
        text = "is True, and so is host.pid; Kubernetes takes one of them"
        yield Problem(("share_process_namespace",), text, also=(("host", "pid"),))


def users_are_the_pods(spec: WorkloadSpec) -> Iterator[Problem]:
    """A pod with users of its own shares nothing with its node."""
    host = spec.host
    if spec.host_users is False and host and (host.network or host.pid or host.ipc):
        text = "is False, which goes with no namespace of the node"
        yield Problem(("host_users",), text, also=(("host",),))


def gates_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """A gate is named once."""
    for index, name in enumerate(spec.scheduling_gates):
        if name in spec.scheduling_gates[:index]:
            yield Problem(("scheduling_gates", index), f"is {name}, which stands there already")


def standard_input_is_open(spec: ContainerSpec) -> Iterator[Problem]:
    """What is closed has been open."""
    if spec.stdin_once and not spec.stdin:
        yield Problem(("stdin_once",), "goes with stdin=True")


def resized_container_can_restart(spec: WorkloadSpec) -> Iterator[Problem]:
    """In a pod that restarts no container, none is restarted for more memory."""
    if spec.kind not in ENDING or spec.job.restart_policy != "Never":
        return
    for name, sidecar in spec.sidecars.items():
        for resource, policy in sidecar.resize_policy.items():
            if policy == "RestartContainer":
                text = "restarts a container, and the pods of this Job restart none"
                yield Problem(("sidecars", name, "resize_policy", resource), text, 'write restart_policy="OnFailure"')


def host_port_is_the_containers(spec: WorkloadSpec) -> Iterator[Problem]:
    """On the node's network, a port of the node is the container's own."""
    if spec.host is None or not spec.host.network:
        return
    for name, port in spec.ports.items():
        if port.host_port and (port.host_port.port or port.port) != port.port:
            text = f"is not {port.port}, which it must be on the node's network"
            yield Problem(("ports", name, "host_port", "port"), text, "leave it out", also=(("host", "network"),))


def host_address_is_one(spec: WorkloadSpec) -> Iterator[Problem]:
    """Addresses of nodes and of /etc/hosts are addresses."""
    for name, port in spec.ports.items():
        if port.host_port and not _is_address(port.host_port.address or "::"):
            text = f"is {port.host_port.address!r}, which is no IP address"
            yield Problem(("ports", name, "host_port", "address"), text)
    for address in spec.host_aliases:
        if not _is_address(address):
            yield Problem(("host_aliases", address), "is no IP address", 'write {"10.1.2.3": ["erp.internal"]}')


def kernel_parameter_is_the_pods(spec: WorkloadSpec) -> Iterator[Problem]:
    """A kernel parameter belongs to a namespace that the pod does not share with its node."""
    host = spec.host
    for name, value in spec.pod_security_context.sysctls.items():
        path = ("pod_security_context", "sysctls", name)
        if host and value is not None and host.network and name.startswith("net."):
            yield Problem(path, "is a parameter of the network, which is the node's here", also=(("host", "network"),))
        if host and value is not None and host.ipc and name.startswith(_OF_SHARED_MEMORY):
            yield Problem(path, "is a parameter of shared memory, which is the node's here", also=(("host", "ipc"),))


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

"""The network policy: peers, their ports, blocks of addresses."""

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network

from chartgen.layering.components import workloads
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close, port_problem, set_fields
from chartgen.models.base import written_out
from chartgen.models.networking import Cidr, NeighbourPod, Peer, PeerLike, PeerPort, Platform, ProjectService
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

_OF_THE_PLATFORM = ("dns", "monitoring", "edge", "identity")


def peers_are_whole(spec: WorkloadSpec) -> Iterator[Problem]:
    """A peer's ports, namespace, conditions and block are what Kubernetes takes."""
    for side in ("ingress", "egress"):
        for path, peer in _peers(spec, side):
            yield from peer_problems(path, peer)


def platform_peers_are_whole(spec: Spec) -> Iterator[Problem]:
    """So are those of the platform."""
    yield from platform_problems(spec.platform)


def platform_problems(platform: Platform) -> Iterator[Problem]:
    """What is wrong with the facts about the cluster, whoever states them."""
    for name in _OF_THE_PLATFORM:
        if (peer := getattr(platform, name)) is not None:
            yield from peer_problems(("platform", name), peer)
    if (address := platform.node_local_dns) is not None:
        yield from _block_problems(("platform",), Cidr(cidr=address), field="node_local_dns")


def peer_port_exists(spec: Spec) -> Iterator[Problem]:
    """A caller's port is one of the workload's own. A component has only those callers of the main one that it fits."""
    main = [peer for _, peer in _peers(spec, "ingress")]
    for at, one in workloads(spec):
        callers = list(_peers(one, "ingress"))
        if at and [peer for _, peer in callers] == main:
            continue
        for path, peer in callers:
            for where, port in _ports(path, peer):
                yield from (problem.inside(at) for problem in _port_problems(one, where, port))


def neighbour_exists(spec: Spec) -> Iterator[Problem]:
    """A service of the project that is named is there, and has the component and the ports that are named."""
    for at, one in workloads(spec):
        for side in ("ingress", "egress"):
            for path, peer in _peers(one, side):
                if isinstance(peer, ProjectService):
                    found = _neighbour_problems(spec, path, peer, theirs=side == "egress")
                    yield from (problem.inside(at) for problem in found)


def _neighbour_problems(spec: Spec, path: FieldPath, peer: ProjectService, *, theirs: bool) -> Iterator[Problem]:
    service = spec.neighbours.get(peer.service)
    pod = service.workloads.get(peer.component or "main") if service else None
    if service is None:
        hint = close(peer.service, list(spec.neighbour_names)) or f'for one elsewhere write Peer("{peer.service}")'
        yield Problem((*path, "service"), f"names {peer.service!r}, which is no service of this project", hint)
    elif pod is None:
        known = [name for name in service.workloads if name != "main"]
        text = f"names {peer.component!r}, which is no component of {peer.service}"
        yield Problem((*path, "component"), text, close(peer.component or "", known))
    elif theirs and not pod.ports:
        yield Problem((*path, "service"), f"names {peer.service!r}, whose pods have no ports")
    elif theirs:
        yield from _their_port_problems(path, peer, pod)


def _their_port_problems(path: FieldPath, peer: ProjectService, pod: NeighbourPod) -> Iterator[Problem]:
    numbers = {(port.port, port.protocol) for port in pod.ports.values()}
    for where, port in _ports(path, peer):
        known = port.port in pod.ports or (port.port, port.protocol) in numbers
        if not known and port.end_port is None:
            ports = ", ".join(f"{name} ({one.port}/{one.protocol})" for name, one in pod.ports.items())
            text = f"names the port {port.port!r}; the ports of {peer.service} are {ports}"
            yield Problem(where, text, close(str(port.port), list(pod.ports)))


def peer_problems(path: FieldPath, peer: PeerLike) -> Iterator[Problem]:
    """What is wrong with a peer, wherever it stands."""
    if len(set_fields(peer)) > 1:
        yield Problem((*path, "ports"), "says both port and ports; put them all into ports")
    for where, port in _ports(path, peer):
        if port.end_port is not None:
            yield from _range_problems(where, port, port.end_port)
    if isinstance(peer, Cidr):
        yield from _block_problems(path, peer)
    elif isinstance(peer, Peer):
        yield from _pods_problems(path, peer)


def _port_problems(spec: WorkloadSpec, path: FieldPath, port: PeerPort) -> Iterator[Problem]:
    if port.end_port is None:
        yield from port_problem(spec, path, port.port)
    elif isinstance(port.port, int) and not any(port.port <= own.port <= port.end_port for own in spec.ports.values()):
        known = ", ".join(f"{name} ({own.port})" for name, own in spec.ports.items()) or "none"
        yield Problem(path, f"holds no port of the workload; the ports are {known}")


def _pods_problems(path: FieldPath, peer: Peer) -> Iterator[Problem]:
    if peer.any_namespace and (peer.namespace or peer.namespace_labels):
        yield Problem((*path, "any_namespace"), "is stated beside a namespace; state one of them")
    for index, one in enumerate(peer.requirements):
        takes_values = one.operator in ("In", "NotIn")
        if takes_values != bool(one.values):
            text = f"{'needs' if takes_values else 'takes no'} values with operator {one.operator!r}"
            yield Problem((*path, "requirements", index), text)


def _peers(spec: WorkloadSpec, side: str) -> Iterator[tuple[FieldPath, PeerLike]]:
    for index, peer in enumerate((spec.network_policy and getattr(spec.network_policy, side)) or ()):
        yield ("network_policy", side, index), peer


def _ports(path: FieldPath, peer: PeerLike) -> Iterator[tuple[FieldPath, PeerPort]]:
    if peer.port is not None:
        yield (*path, "port"), PeerPort(port=peer.port, protocol=peer.protocol)
    for index, port in enumerate(peer.ports or ()):
        yield (*path, "ports", index), written_out(port)


def _range_problems(path: FieldPath, port: PeerPort, last: int) -> Iterator[Problem]:
    if isinstance(port.port, str):
        hint = f"write the first port as a number, as PeerPort(port=30000, end_port={last})"
        yield Problem((*path, "port"), f"is the name {port.port!r}, and a range with end_port needs a number", hint)
    elif last < port.port:
        text = f"is {last}, below the range's first port {port.port}"
        yield Problem((*path, "end_port"), text)


def _block_problems(path: FieldPath, block: Cidr, field: str = "cidr") -> Iterator[Problem]:
    try:
        whole = ip_network(block.cidr)
    except ValueError:
        yield Problem((*path, field), f"is {block.cidr!r}, which is no block of addresses", "as 10.20.0.0/16")
        return
    for index, text in enumerate(block.excluding):
        if not _is_smaller(text, whole):
            yield Problem((*path, "excluding", index), f"is {text!r}, which is no smaller block inside {block.cidr}")


def _is_smaller(text: str, whole: IPv4Network | IPv6Network) -> bool:
    """Whether a text is a block inside another one, and not all of it."""
    try:
        inside = ip_network(text)
    except ValueError:
        return False
    if isinstance(inside, IPv4Network) and isinstance(whole, IPv4Network):
        return inside.subnet_of(whole) and inside != whole
    if isinstance(inside, IPv6Network) and isinstance(whole, IPv6Network):
        return inside.subnet_of(whole) and inside != whole
    return False

"""What holds traffic back: the NetworkPolicy of a workload, from its named peers and the platform's."""

from collections.abc import Iterator, Mapping, Sequence

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.placement import expression
from chartgen.models.base import written_out
from chartgen.models.networking import (
    Cidr,
    Neighbour,
    NeighbourPod,
    Peer,
    PeerLike,
    Platform,
    ProjectService,
    Reach,
)
from chartgen.models.ports import Port
from chartgen.models.service import Spec, WorkloadSpec

Neighbours = Mapping[str, Neighbour]

_DNS_PORTS = [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}]


def network_policy(workload: WorkloadSpec, service: Spec) -> Values | None:
    """The policy: named peers, the platform's, and DNS wherever egress is held back."""
    policy = workload.network_policy
    if policy is None:
        return None
    routed = workload is service and bool(service.routes)
    shared = [service.platform.edge if routed else None, service.platform.monitoring]
    callers = [*(policy.ingress or ()), *(peer for peer in shared if peer)]
    sides = [("Ingress", policy.ingress), ("Egress", policy.egress)]
    return {
        "enabled": True,
        "policyTypes": [name for name, peers in sides if peers is not None],
        "ingress": [] if policy.ingress is None else list(_ingress_rules(workload, callers, service.neighbours)),
        "egress": [] if policy.egress is None else list(_egress_rules(service, policy.egress)),
    }


def opened(side: str, peer: PeerLike) -> Values:
    """A rule for one peer, on the ports that it names, whichever pods it is for."""
    return stated({side: [_peer(peer, {})], "ports": _ports(peer)})


def names_asked_for(platform: Platform) -> Values:
    """The rule that lets pods ask for names."""
    return stated({"to": _dns(platform), "ports": _DNS_PORTS})


def _ingress_rules(workload: WorkloadSpec, callers: Sequence[PeerLike], neighbours: Neighbours) -> Iterator[Values]:
    """Callers of any port together, on all ports of the workload; those of some ports apart."""
    own = [{"port": name, "protocol": port.protocol} for name, port in workload.ports.items()]
    everywhere = [_peer(peer, neighbours) for peer in callers if not _ports(peer)]
    if everywhere and own:
        yield {"from": everywhere, "ports": own}
    for peer in callers:
        if ports := [port for port in _ports(peer) if _is_own(workload, port)]:
            yield {"from": [_peer(peer, neighbours)], "ports": ports}


def _is_own(workload: WorkloadSpec, port: Values) -> bool:
    """Whether a caller's port, or one of its range, is the workload's: a component may inherit callers of others."""
    if port["port"] in workload.ports:
        return True
    first: int | str = port["port"]
    last: int = port.get("endPort", first)
    return isinstance(first, int) and any(first <= one.port <= last for one in workload.ports.values())


def _egress_rules(service: Spec, peers: Sequence[PeerLike]) -> Iterator[Values]:
    yield names_asked_for(service.platform)
    identity = [service.platform.identity] if service.platform.identity else []
    for peer in [*peers, *identity]:
        if isinstance(peer, ProjectService):
            ports = _their_ports(peer, _pod_of(peer, service.neighbours))
        else:
            ports = _ports(peer)
        yield stated({"to": [_peer(peer, service.neighbours)], "ports": ports})


def _dns(platform: Platform) -> list[Values]:
    """Whom pods ask for names; nobody named is everybody."""
    pods = [_peer(platform.dns, {})] if platform.dns else []
    return [*pods, *([{"ipBlock": {"cidr": platform.node_local_dns}}] if platform.node_local_dns else [])]


def _ports(reach: Reach) -> list[Values]:
    if reach.port is not None:
        return [{"port": reach.port, "protocol": reach.protocol}]
    ports = [written_out(port) for port in reach.ports or ()]
    return [stated({"port": one.port, "endPort": one.end_port, "protocol": one.protocol}) for one in ports]


def _pod_of(peer: ProjectService, neighbours: Neighbours) -> NeighbourPod:
    return neighbours[peer.service].workloads[peer.component or "main"]


def _their_ports(peer: ProjectService, pod: NeighbourPod) -> list[Values]:
    """By number, since not every network plugin knows the names of another pod's ports; all where none is stated."""
    stated_ports = _ports(peer) or [{"port": name} for name in pod.ports]
    return [_by_number(port, pod.ports) for port in stated_ports]


def _by_number(port: Values, known: Mapping[str, Port]) -> Values:
    own = known.get(port["port"])
    return {"port": own.port, "protocol": own.protocol} if own else port


def _peer(peer: PeerLike, neighbours: Neighbours) -> Values:
    """Pods of a namespace, all pods of it, or addresses; no namespace is the release's own."""
    if isinstance(peer, Cidr):
        return {"ipBlock": stated({"cidr": peer.cidr, "except": list(peer.excluding)})}
    if isinstance(peer, ProjectService):
        return _peer(Peer(namespace=peer.namespace, labels=_pod_of(peer, neighbours).labels), neighbours)
    namespaces = _namespaces(peer)
    pods = _pods(peer)
    if namespaces is None:
        return {"podSelector": pods}
    return {"namespaceSelector": namespaces, **({"podSelector": pods} if pods else {})}


def _namespaces(peer: Peer) -> Values | None:
    """The selector of namespaces: none for the release's own, an empty one for all of them."""
    by_name = {"kubernetes.io/metadata.name": peer.namespace} if peer.namespace else {}
    labels = {**by_name, **peer.namespace_labels}
    if labels:
        return {"matchLabels": labels}
    return {} if peer.any_namespace else None


def _pods(peer: Peer) -> Values:
    by_name = {"app.kubernetes.io/name": peer.name} if peer.name else {}
    labels = {**by_name, **peer.labels}
    requirements = [expression(one) for one in peer.requirements]
    return stated({"matchLabels": labels or None, "matchExpressions": requirements})

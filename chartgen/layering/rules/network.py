"""Traffic: ports that are named, routes that are exposed, peers and blocks of a policy."""

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network

from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import port_problem
from chartgen.models.base import written_out
from chartgen.models.networking import Cidr, PeerLike
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath


def port_exists(spec: Spec) -> Iterator[Problem]:
    """A route and a connection test lead to a port of the workload."""
    for name, route in spec.routes.items():
        yield from port_problem(spec, ("routes", name, "port"), route.port)
    if spec.connection_test:
        yield from port_problem(spec, ("connection_test", "port"), spec.connection_test.port)


def scraped_port_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """A scrape leads to a port of the workload."""
    if spec.prometheus:
        yield from port_problem(spec, ("prometheus", "port"), spec.prometheus.port)


def route_is_exposed(spec: Spec) -> Iterator[Problem]:
    """Something says what a route becomes."""
    for name in spec.routes:
        if spec.expose.ingress is None and spec.expose.http_route is None:
            hint = 'name a preset that has expose, or write expose=Expose(ingress=Ingress(class_name="nginx"))'
            yield Problem(("routes", name), "no preset says what routes become", hint)


def routes_differ(spec: Spec) -> Iterator[Problem]:
    """A host's path leads to one route."""
    seen: dict[tuple[str, str], str] = {}
    for name, route in spec.routes.items():
        for host in dict.fromkeys(route.hosts):
            for path in map(written_out, route.paths):
                other = seen.setdefault((host, path.path), name)
                if other != name:
                    text = f"takes {host}{path.path}, which route {other!r} takes"
                    yield Problem(("routes", name), text, also=(("routes", other),))
        if len(set(route.hosts)) != len(route.hosts):
            yield Problem(("routes", name, "hosts"), "names a host twice")


def peer_port_exists(spec: Spec) -> Iterator[Problem]:
    """A caller's port is one of the workload's own."""
    for index, peer in enumerate((spec.network_policy and spec.network_policy.ingress) or ()):
        if peer.port is not None:
            yield from port_problem(spec, ("network_policy", "ingress", index, "port"), peer.port)


def block_is_one(spec: Spec) -> Iterator[Problem]:
    """A block of addresses is one, and what it excludes lies inside."""
    for path, peer in _peers(spec):
        if isinstance(peer, Cidr):
            yield from _block_problems(path, peer)


def _peers(spec: Spec) -> Iterator[tuple[FieldPath, PeerLike]]:
    policy = spec.network_policy
    for side in ("ingress", "egress"):
        for index, peer in enumerate((policy and getattr(policy, side)) or ()):
            yield ("network_policy", side, index), peer


def _block_problems(path: FieldPath, block: Cidr) -> Iterator[Problem]:
    try:
        whole = ip_network(block.cidr)
    except ValueError:
        yield Problem((*path, "cidr"), f"is {block.cidr!r}, which is no block of addresses", "as 10.20.0.0/16")
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

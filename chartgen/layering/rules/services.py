"""Services: what goes with which type, and names and ports that Kubernetes takes."""

from collections.abc import Iterable, Iterator
from ipaddress import ip_address, ip_network

from chartgen.layering.components import workloads
from chartgen.layering.kinds import LASTING
from chartgen.layering.problem import Problem
from chartgen.models.ports import ServiceSpec
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

_OUTSIDE = frozenset({"NodePort", "LoadBalancer"})
_WITH_PODS = _OUTSIDE | {"ClusterIP"}
GOES_WITH = {
    "headless": frozenset({"ClusterIP"}),
    "ports": _WITH_PODS,
    "external_name": frozenset({"ExternalName"}),
    "node_ports": _OUTSIDE,
    "load_balancer_class": frozenset({"LoadBalancer"}),
    "load_balancer_ip": frozenset({"LoadBalancer"}),
    "source_ranges": frozenset({"LoadBalancer"}),
    "internal": frozenset({"LoadBalancer"}),
    "allocate_node_ports": frozenset({"LoadBalancer"}),
    "health_check_node_port": frozenset({"LoadBalancer"}),
    "external_traffic_policy": _OUTSIDE,
    "internal_traffic_policy": _WITH_PODS,
    "traffic_distribution": _WITH_PODS,
    "session_affinity": _WITH_PODS,
    "session_affinity_seconds": _WITH_PODS,
    "ip_family_policy": _WITH_PODS,
    "ip_families": _WITH_PODS,
    "publish_not_ready_addresses": _WITH_PODS,
    "external_ips": _WITH_PODS,
}
"""Fields that go with some types only."""

RESERVED_SERVICES = ("headless",)
"""Names of Services that the chart makes itself."""


def field_goes_with_type(spec: WorkloadSpec) -> Iterator[Problem]:
    """A field that is stated goes with the Service's type."""
    for at, own in _services(spec):
        for field, types in GOES_WITH.items():
            if _is_stated(own, field) and own.type not in types:
                *others, last = sorted(types)
                listed = f"{', '.join(others)} and {last}" if others else last
                yield Problem((*at, field), f"goes with {listed}, and the type is {own.type}", also=((*at, "type"),))


def _is_stated(own: ServiceSpec, field: str) -> bool:
    value: object = getattr(own, field)
    return value not in (None, {}, (), []) and value != type(own).model_fields[field].default


def type_has_what_it_needs(spec: WorkloadSpec) -> Iterator[Problem]:
    """An alias has a name, and all others have ports; some fields go with another."""
    for at, own in _services(spec):
        if own.type == "ExternalName" and own.external_name is None:
            yield Problem((*at, "external_name"), "is missing", 'write external_name="erp.example.com"')
        if own.type != "ExternalName" and not own.headless and not (spec.ports if own.ports is None else own.ports):
            yield Problem(at, "carries no port", 'write ports={"http": 8080}')
        if own.health_check_node_port is not None and own.external_traffic_policy != "Local":
            yield Problem((*at, "health_check_node_port"), 'goes with external_traffic_policy="Local"')
        if own.session_affinity_seconds is not None and own.session_affinity != "ClientIP":
            yield Problem((*at, "session_affinity_seconds"), 'goes with session_affinity="ClientIP"')
        if len(own.ip_families) == 2 and own.ip_family_policy in (None, "SingleStack"):
            hint = 'write ip_family_policy="PreferDualStack"'
            yield Problem((*at, "ip_families"), "names two families, and the policy allows one", hint)
        if len(set(own.ip_families)) != len(own.ip_families):
            yield Problem((*at, "ip_families"), "names a family twice")


def service_port_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """What a Service carries is a port of the workload, and no two have one port of the nodes."""
    known = ", ".join(spec.ports) or "none"
    for at, own in _services(spec):
        for index, name in enumerate(own.ports or ()):
            if name not in spec.ports:
                yield Problem((*at, "ports", index), f"names the port {name!r}; the ports are {known}")
        for name in own.node_ports:
            if name not in (spec.ports if own.ports is None else own.ports):
                yield Problem((*at, "node_ports", name), f"is no port that the Service carries; the ports are {known}")


def node_ports_differ(spec: Spec) -> Iterator[Problem]:
    """No two ports of a service and its components take one port of the nodes."""
    seen: dict[int, FieldPath] = {}
    for at, own in ((where, one) for _, where, one in _services_of_all(spec)):
        taken: dict[FieldPath, int] = {(*at, "node_ports", name): number for name, number in own.node_ports.items()}
        if own.health_check_node_port is not None:
            taken[(*at, "health_check_node_port")] = own.health_check_node_port
        for path, number in taken.items():
            if seen.setdefault(number, path) != path:
                yield Problem(path, f"is {number}, which another port has", also=(seen[number],))


def service_names_differ(spec: Spec) -> Iterator[Problem]:
    """No two Services have one name: a component stands in the names of its own."""
    names = [(name, at[:-1] if at[-1] == "service" else at) for name, at, _ in _services_of_all(spec)]
    for at, workload in workloads(spec):
        if workload.kind == "StatefulSet":
            names.append((in_release(at, "headless"), (*at, "kind")))
    yield from same_names("Service", names)


def same_names(kind: str, names: Iterable[tuple[str, FieldPath]]) -> Iterator[Problem]:
    """Names that two objects of a kind have, without the release's part."""
    seen: dict[str, FieldPath] = {}
    for name, path in names:
        if seen.setdefault(name, path) != path:
            text = f"makes the {kind} <fullname>-{name}, as another field does"
            yield Problem(path, text, "give it another name", also=(seen[name],))


def in_release(at: FieldPath, name: str) -> str:
    """The end of an object's name: the component's name, then its own."""
    return "-".join([*map(str, at[1:]), name] if name else map(str, at[1:]))


def source_range_is_a_block(spec: WorkloadSpec) -> Iterator[Problem]:
    """What a load balancer lets in are blocks of addresses."""
    for at, own in _services(spec):
        for index, block in enumerate(own.source_ranges):
            try:
                ip_network(block)
            except ValueError:
                text = f"is {block!r}, which is no block of addresses"
                yield Problem((*at, "source_ranges", index), text, "as 10.20.0.0/16")


def outside_address_is_one(spec: WorkloadSpec) -> Iterator[Problem]:
    """An address outside is one that callers can have meant."""
    for at, own in _services(spec):
        for index, address in enumerate(own.external_ips):
            if not _is_outside(address):
                text = f"is {address!r}, which is no address that a caller can have meant"
                yield Problem((*at, "external_ips", index), text, "as 203.0.113.7")


def _is_outside(text: str) -> bool:
    try:
        address = ip_address(text)
    except ValueError:
        return False
    return not (address.is_unspecified or address.is_loopback or address.is_link_local or address.is_multicast)


def service_name_is_free(spec: WorkloadSpec) -> Iterator[Problem]:
    """A further Service has a name that the chart does not use itself."""
    for name in spec.services:
        if name in RESERVED_SERVICES:
            yield Problem(("services", name), f"is a name that the chart uses itself; call it my-{name}")


def _services(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, ServiceSpec]]:
    if spec.ports and spec.kind in LASTING:
        yield ("service",), spec.service
    for name, own in spec.services.items():
        yield ("services", name), own


def _services_of_all(spec: Spec) -> Iterator[tuple[str, FieldPath, ServiceSpec]]:
    for at, workload in workloads(spec):
        for path, own in _services(workload):
            yield in_release(at, str(path[1]) if len(path) > 1 else ""), (*at, *path), own

"""Traffic: ports that are named, routes that are exposed."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import port_problem
from chartgen.models.base import written_out
from chartgen.models.service import Spec, WorkloadSpec


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

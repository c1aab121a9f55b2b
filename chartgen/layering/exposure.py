"""What follows from routes: what each becomes, and where each of its paths, rules and copies leads."""

from collections.abc import Iterator

from chartgen.models.backends import Target
from chartgen.models.base import written_out
from chartgen.models.gateway import HttpMatch, PathMatch, Rule
from chartgen.models.istio_auth import PolicyScope
from chartgen.models.routes import Expose, Ingress, Path, Route
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

CONTROLLERS = {"nginx": "ingress-nginx", "traefik": "traefik", "alb": "aws-alb", "gke": "gke"}
"""Whose settings a section holds."""

_ALL = (Path(path="/"),)


def expose_of(spec: Spec, route: Route) -> Expose:
    """What a route becomes: what it says itself, else what the service says of all."""
    return route.expose or spec.expose


def controller_of(route: Route | None, ingress: Ingress) -> str | None:
    """The controller: as stated, else the one whose settings are."""
    stated = (CONTROLLERS[field] for one in (ingress, route) for field in CONTROLLERS if getattr(one, field, None))
    return ingress.controller or next(stated, None)


def meant(route: Route, said: Target) -> Target:
    """Where something leads: what it says itself, the rest as its route says."""
    if said.component or said.service:
        return said
    return Target(component=route.component, service=route.service, port=said.port or route.port)


def workload_of(spec: Spec, target: Target) -> WorkloadSpec | None:
    """The workload that answers; None for another Service, or a component that is not there."""
    if target.service:
        return None
    return spec.components.get(target.component) if target.component else spec


def carried(workload: WorkloadSpec) -> list[str]:
    """The ports that the workload's Service carries, by name."""
    own = workload.service
    if own.type == "ExternalName":
        return []
    return [name for name in workload.ports if own.ports is None or name in own.ports]


def scoped(spec: Spec, scope: PolicyScope) -> WorkloadSpec | None:
    """The workload whose pods a policy is about; None where it is about others."""
    if scope.labels or scope.namespace_wide or scope.targets:
        return None
    return spec.components.get(scope.component) if scope.component else spec


def port_of(spec: Spec, target: Target) -> str | int | None:
    """The port that is meant: as stated, else ``http``, else the first."""
    workload = workload_of(spec, target)
    if target.port is not None or workload is None:
        return target.port
    names = carried(workload)
    return "http" if "http" in names else next(iter(names), None)


def paths_of(route: Route) -> Iterator[tuple[FieldPath, Path]]:
    """The paths of a route that has no rules of its own."""
    if not route.rules and not route.grpc:
        for index, path in enumerate(map(written_out, route.paths or _ALL)):
            yield ("paths", index), path


def rules_of(route: Route) -> Iterator[tuple[FieldPath, Rule]]:
    """The rules of a route, HTTP or gRPC."""
    for field, rules in (("rules", route.rules), ("grpc", route.grpc)):
        for index, rule in enumerate(rules or ()):
            yield (field, index), rule


def http_matches(route: Route) -> Iterator[tuple[FieldPath, HttpMatch]]:
    """What a route takes, path by path or match by match."""
    for at, path in paths_of(route):
        yield at, HttpMatch(path=PathMatch(path=path.path, type=path.type))
    for index, rule in enumerate(route.rules or ()):
        for number, match in enumerate(rule.matches):
            yield ("rules", index, "matches", number), match


def targets(route: Route) -> Iterator[tuple[FieldPath, Target]]:
    """Everything that a route leads to, and where it says so."""
    if _needs_its_own(route):
        yield (), meant(route, Target())
    for at, path in paths_of(route):
        if path.component or path.service or path.port is not None:
            yield at, meant(route, path)
    for at, rule in rules_of(route):
        for field in ("backends", "mirrors"):
            for index, one in enumerate(getattr(rule, field)):
                yield (*at, field, index), meant(route, one)
    if route.default_backend:
        yield ("default_backend",), meant(route, route.default_backend)


def _needs_its_own(route: Route) -> bool:
    """Whether something leads to what the route says itself."""
    paths = (path.component is None and path.service is None and path.port is None for _, path in paths_of(route))
    rules = (not rule.backends and not getattr(rule, "redirect", None) for _, rule in rules_of(route))
    return any(paths) or any(rules)

"""CG7: traffic from outside."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.exposure import controller_of, expose_of
from chartgen.layering.problem import Problem
from chartgen.models.routes import Route
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

_NEUTRAL = (("rate_limit",), ("max_body_size",), ("timeouts", "connect_seconds"), ("timeouts", "request_seconds"))
_OF_HTTP_ROUTES = (("timeouts", "request_seconds"),)


@rule(
    "CG701",
    "route setting that is not printed",
    why="The service believes that its edge limits rates or bodies, and nothing does.",
)
def unprinted_route_settings(spec: WorkloadSpec) -> Iterator[Problem]:
    """A rate limit, body size or timeout that what routes become can't carry."""
    if not isinstance(spec, Spec):
        return
    for name, route in spec.routes.items():
        expose = expose_of(spec, route)
        for field in (field for field in _NEUTRAL if _states(route, field)):
            at = ("routes", name, *field)
            if expose.ingress:
                yield from _unprinted_by_ingress(at, controller_of(route, expose.ingress))
            if expose.http_route and (route.grpc or field not in _OF_HTTP_ROUTES):
                hint = "state it in the gateway's own policy, and waive CG701 with that as the reason"
                yield Problem(at, f"is not printed: {_a(route)} has no field for it", hint)


def _unprinted_by_ingress(at: FieldPath, controller: str | None) -> Iterator[Problem]:
    if controller is None:
        hint = "name the Ingress's controller; or write its annotation, and waive CG701 with that as the reason"
        yield Problem(at, "is not printed: the Ingress names no controller", hint)
    elif controller != "ingress-nginx":
        hint = "state it where the controller reads it, and waive CG701 with that as the reason"
        yield Problem(at, f"is not printed: {controller} has no annotation for it", hint)


def _a(route: Route) -> str:
    return "a GRPCRoute" if route.grpc else "an HTTPRoute"


def _states(route: Route, field: tuple[str, ...]) -> bool:
    value: object = route
    for part in field:
        value = getattr(value, part, None)
    return value is not None

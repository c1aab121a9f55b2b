"""CG7: traffic from outside."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.routes import Route
from chartgen.models.service import Spec, WorkloadSpec

_CARRIED_BY_CONTROLLERS = (("rate_limit",), ("max_body_size",), ("timeouts", "connect_seconds"))
_CARRIED_BY_ALL = (("timeouts", "request_seconds"),)


@rule(
    "CG701",
    "route setting that is not printed",
    why="The service believes that its edge limits rates or bodies, and nothing does.",
)
def unprinted_route_settings(spec: WorkloadSpec) -> Iterator[Problem]:
    """A rate limit, body size or timeout that what routes become can't carry."""
    if not isinstance(spec, Spec):
        return
    ingress, http_route = spec.expose.ingress, spec.expose.http_route
    for name, route in spec.routes.items():
        for field in (field for field in (*_CARRIED_BY_CONTROLLERS, *_CARRIED_BY_ALL) if _states(route, field)):
            if ingress and ingress.controller is None:
                hint = "name the Ingress's controller; or write its annotation, and waive CG701 with that as the reason"
                yield Problem(("routes", name, *field), "is not printed: the Ingress names no controller", hint)
            if http_route and field in _CARRIED_BY_CONTROLLERS:
                hint = "state it in the gateway's own policy, and waive CG701 with that as the reason"
                yield Problem(("routes", name, *field), "is not printed: an HTTPRoute has no field for it", hint)


def _states(route: Route, field: tuple[str, ...]) -> bool:
    value: object = route
    for part in field:
        value = getattr(value, part, None)
    return value is not None

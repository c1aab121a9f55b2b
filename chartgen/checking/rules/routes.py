"""CG7: traffic from outside."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.routes import Route
from chartgen.models.service import Spec

_OF_CONTROLLERS = ("rate_limit", "max_body_size")


@rule(
    "CG701",
    "route setting that is not printed",
    why="The service believes that its edge limits rates or bodies, and nothing does.",
)
def unprinted_route_settings(spec: Spec) -> Iterator[Problem]:
    """A rate limit, body size or timeout that what routes become can't carry."""
    for name, route in spec.routes.items():
        for field in _stated(route):
            if spec.expose.ingress and spec.expose.ingress.controller is None:
                yield Problem(("routes", name, field), "is not printed: the preset's Ingress names no controller")
            if spec.expose.http_route and field in _OF_CONTROLLERS:
                hint = "state it in the gateway's own policy, and waive CG701 with that as the reason"
                yield Problem(("routes", name, field), "is not printed: an HTTPRoute has no field for it", hint)


def _stated(route: Route) -> list[str]:
    return [field for field in (*_OF_CONTROLLERS, "timeouts") if getattr(route, field) is not None]

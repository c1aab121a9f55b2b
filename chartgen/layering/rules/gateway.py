"""What the Gateway API's own validation refuses of a route: weights, filters, limits, parents."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from chartgen.layering.exposure import expose_of, http_matches, paths_of, rules_of
from chartgen.layering.problem import Problem
from chartgen.models.base import written_out
from chartgen.models.gateway import GrpcMatch, Headers, HttpRoute, HttpRule, Rewritten, RouteTimeouts, Rule
from chartgen.models.routes import Route
from chartgen.models.service import Spec
from chartgen.models.types import seconds
from chartgen.project.shapes import FieldPath

MOST_HOSTS = 16
MOST_MATCHES = 64
MOST_MATCHES_TOGETHER = 128
"""Limits of an HTTPRoute. Source: https://gateway-api.sigs.k8s.io/reference/spec/#httproutespec"""

_GRPC_SERVICE = re.compile(r"\.?[A-Za-z_][A-Za-z_0-9]*(\.[A-Za-z_][A-Za-z_0-9]*)*")
_GRPC_METHOD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


def weights_leave_a_backend(spec: Spec) -> Iterator[Problem]:
    """The weights of a rule's backends do not sum to 0: every request would fail."""
    for at, rule in _rules(spec):
        if rule.backends and not sum(one.weight for one in rule.backends):
            yield Problem((*at, "backends"), "have weights that sum to 0: every request would fail with 500")


def route_fits_its_object(spec: Spec) -> Iterator[Problem]:
    """An HTTPRoute holds so many hosts and matches."""
    for name, route in spec.routes.items():
        if not expose_of(spec, route).http_route:
            continue
        sizes = (
            ("hosts", "hosts", len(route.hosts), MOST_HOSTS),
            (_said(route), "matches", _together(route), MOST_MATCHES_TOGETHER),
            ("paths", "paths", sum(1 for _ in paths_of(route)), MOST_MATCHES),
        )
        for field, what, size, most in sizes:
            if size > most:
                yield Problem(("routes", name, field), f"has {size} {what}; a route takes {most}", "make it two routes")


def redirect_stands_alone(spec: Spec) -> Iterator[Problem]:
    """A redirect says where to, and answers itself: nothing goes to a backend."""
    for at, rule in _rules(spec):
        if not isinstance(rule, HttpRule):
            continue
        if rule.redirect and rule.backends:
            text = "stands beside backends, and answers before they are asked"
            yield Problem((*at, "redirect"), text, "take one of the two away", also=((*at, "backends"),))
        if rule.redirect and rule.rewrite:
            text = "stands beside rewrite, which is for what the service sees"
            yield Problem((*at, "redirect"), text, "take one of the two away", also=((*at, "rewrite"),))
        yield from _rewritten_problems((*at, "redirect"), rule.redirect, rule)
        yield from _rewritten_problems((*at, "rewrite"), rule.rewrite, rule)


def header_is_named_once(spec: Spec) -> Iterator[Problem]:
    """A header, whose name knows no capitals, is matched once and changed once."""
    for at, rule in _rules(spec):
        for field in ("request_headers", "response_headers"):
            change: Headers | None = getattr(rule, field)
            if change:
                yield from _twice((*at, field), [*change.set, *change.add, *change.remove])
                if not (change.set or change.add or change.remove):
                    yield Problem((*at, field), "changes no header")
        for index, match in enumerate(getattr(rule, "matches", ())):
            yield from _twice((*at, "matches", index, "headers"), match.headers)


def entries_differ(spec: Spec) -> Iterator[Problem]:
    """No rule has another's name, and no list of CORS an entry twice, or one beside that for all."""
    names: dict[tuple[object, str], FieldPath] = {}
    for at, rule in _rules(spec):
        if rule.name and names.setdefault((at[:3], rule.name), at) != at:
            yield Problem((*at, "name"), f"is {rule.name!r}, the name of another rule of the route")
        cors = rule.cors if isinstance(rule, HttpRule) else None
        for field in ("allow_origins", "allow_methods", "allow_headers", "expose_headers"):
            entries = getattr(cors, field, ())
            if len(set(entries)) != len(entries):
                yield Problem((*at, "cors", field), "names one entry twice")
            if "*" in entries and len(entries) > 1:
                yield Problem((*at, "cors", field), 'has "*" beside others, and it means all of them')


def timeouts_nest(spec: Spec) -> Iterator[Problem]:
    """One try takes no longer than the whole request."""
    for at, rule in _rules(spec):
        timeouts: RouteTimeouts | None = getattr(rule, "timeouts", None)
        if timeouts and timeouts.request and timeouts.backend_request:
            whole, one = seconds(timeouts.request), seconds(timeouts.backend_request)
            if whole and one > whole:
                text = f"is {timeouts.backend_request}, above request of {timeouts.request}"
                yield Problem((*at, "timeouts", "backend_request"), text, also=((*at, "timeouts", "request"),))


def call_is_one(spec: Spec) -> Iterator[Problem]:
    """A gRPC match names a service or a method, as protobuf has them."""
    for at, rule in _rules(spec):
        for index, match in enumerate(getattr(rule, "matches", ())):
            if isinstance(match, GrpcMatch):
                yield from _call_problems((*at, "matches", index), match)


def parents_differ(spec: Spec) -> Iterator[Problem]:
    """A route names each parent once; of one that it names twice, each time another listener."""
    for at, exposed in _exposed(spec):
        seen: set[tuple[object, ...]] = {
            ("Gateway", exposed.gateway_namespace, exposed.gateway, exposed.listener, None)
        }
        whole = {("Gateway", exposed.gateway_namespace, exposed.gateway): exposed.listener is None}
        for index, parent in enumerate(exposed.parents):
            key = (parent.kind, parent.namespace, parent.name)
            unbounded = parent.listener is None and parent.port is None
            if (*key, parent.listener, parent.port) in seen or (key in whole and (unbounded or whole[key])):
                text = f"names the {parent.kind} {parent.name!r} a second time"
                yield Problem((*at, "parents", index), text, "say another listener each time")
            seen.add((*key, parent.listener, parent.port))
            whole[key] = whole.get(key, False) or unbounded


def _rules(spec: Spec) -> Iterator[tuple[FieldPath, Rule]]:
    for name, route in spec.routes.items():
        for at, rule in rules_of(route):
            yield ("routes", name, *at), rule


def _exposed(spec: Spec) -> Iterator[tuple[FieldPath, HttpRoute]]:
    if spec.expose.http_route:
        yield ("expose", "http_route"), spec.expose.http_route
    for name, route in spec.routes.items():
        if route.expose and route.expose.http_route:
            yield ("routes", name, "expose", "http_route"), route.expose.http_route


def _said(route: Route) -> str:
    return "grpc" if route.grpc else "rules" if route.rules else "paths"


def _together(route: Route) -> int:
    return (
        sum(1 for _ in http_matches(route)) if not route.grpc else sum(len(rule.matches) for rule in route.grpc or ())
    )


def _rewritten_problems(at: FieldPath, change: Rewritten | None, rule: HttpRule) -> Iterator[Problem]:
    if change is None:
        return
    if not change.model_fields_set - {"status_code"}:
        yield Problem(at, "says not what is replaced", "state hostname, path or prefix")
    if change.path is not None and change.prefix is not None:
        yield Problem(
            (*at, "prefix"),
            "is said beside path",
            "path replaces the whole, prefix what matched",
            also=((*at, "path"),),
        )
    types = [written_out(match.path).type for match in rule.matches]
    if change.prefix is not None and types != ["Prefix"]:
        text = "replaces what matched, so the rule has exactly one match, of a path with the type Prefix"
        yield Problem((*at, "prefix"), text, "make each match a rule of its own")


def _twice(at: FieldPath, names: Iterable[str]) -> Iterator[Problem]:
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield Problem(
                at,
                f"names the header {name!r} {'twice' if count == 2 else f'{count} times'}",
                "a name's capitals do not count",
            )


def _call_problems(at: FieldPath, match: GrpcMatch) -> Iterator[Problem]:
    if match.service is None and match.method is None and not match.headers:
        yield Problem(at, "says nothing; leave matches out for every call")
    if match.type == "Exact":
        if match.service is not None and not _GRPC_SERVICE.fullmatch(match.service):
            yield Problem((*at, "service"), f"is {match.service!r}, which is no gRPC service", "as orders.v1.Orders")
        if match.method is not None and not _GRPC_METHOD.fullmatch(match.method):
            yield Problem((*at, "method"), f"is {match.method!r}, which is no gRPC method", "as GetOrder")

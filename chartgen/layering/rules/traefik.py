"""Traefik's middlewares and routes: what Traefik itself would leave out with a line in its log."""

from collections.abc import Iterator, Sequence
from ipaddress import ip_network

from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import set_fields
from chartgen.layering.rules.routes import settings, target_problems
from chartgen.models.controllers import Middleware
from chartgen.models.service import Spec
from chartgen.models.traefik import IpAllowList, SourceCriterion, TraefikBackend, TraefikMiddleware
from chartgen.project.shapes import FieldPath


def middleware_is_one_thing(spec: Spec) -> Iterator[Problem]:
    """A Middleware does one thing, and says what it needs for it."""
    for name, one in spec.traefik_middlewares.items():
        at: FieldPath = ("traefik_middlewares", name)
        found = set_fields(one)
        if len(found) != 1:
            text = f"says both {' and '.join(found)}" if found else "says not what it does"
            yield Problem(at, text, 'give it one, as strip_prefix=StripPrefix(prefixes=["/api"])')
        yield from (problem.inside(at) for problem in _detail_problems(one))


def own_middleware_exists(spec: Spec) -> Iterator[Problem]:
    """A middleware of the chart is there, and one of the cluster is told with its namespace."""
    known = ", ".join(spec.traefik_middlewares) or "none"
    for at, one in _named(spec):
        if one.own and one.name not in spec.traefik_middlewares:
            yield Problem(at, f"is {one.name}, and traefik_middlewares has {known}")
        if one.own and (one.namespace or one.provider == "file"):
            yield Problem(at, "is the chart's own, which has no other namespace and lies in no file")


def chains_end(spec: Spec) -> Iterator[Problem]:
    """A chain does not lead back to itself."""
    for name, one in spec.traefik_middlewares.items():
        if one.chain and name in _reached(spec, name):
            yield Problem(("traefik_middlewares", name, "chain", "middlewares"), "leads back to the chain itself")


def ingress_route_leads_somewhere(spec: Spec) -> Iterator[Problem]:
    """Who answers has the port that is meant, and takes a share."""
    for at, one in _backends(spec):
        if one.traefik_service is None:
            yield from target_problems(spec, at, one)
        elif one.component or one.service or one.port is not None:
            yield Problem(
                (*at, "traefik_service"), "is Traefik's own, beside which there is no component, service or port"
            )
        if one.namespace and not (one.service or one.traefik_service):
            yield Problem((*at, "namespace"), "goes with service, which is another one")
    for name, route in spec.ingress_routes.items():
        for index, rule in enumerate(route.routes):
            if all(one.weight == 0 for one in rule.services):
                text = "have weights that sum to 0: every request would fail"
                yield Problem(("ingress_routes", name, "routes", index, "services"), text)


def ingress_route_tls_fits(spec: Spec) -> Iterator[Problem]:
    """A certificate comes from one place."""
    for name, route in spec.ingress_routes.items():
        tls = route.tls
        at = ("ingress_routes", name, "tls")
        if tls and tls.secret_name and tls.cert_resolver:
            yield Problem(at, "says both secret_name and cert_resolver", "keep one of them")
        if tls and tls.domains and tls.cert_resolver is None:
            yield Problem((*at, "domains"), "goes with cert_resolver, which makes the certificate")
        if tls and tls.options and tls.options.own:
            yield Problem((*at, "options"), "is a TLSOption, which the chart has none of")


def _detail_problems(one: TraefikMiddleware) -> Iterator[Problem]:
    if one.ip_allow_list:
        yield from _block_problems(one.ip_allow_list)
    for field in ("rate_limit", "in_flight_req"):
        own = getattr(one, field)
        if own and own.source_criterion:
            yield from _criterion_problems((field, "source_criterion"), own.source_criterion)
    if one.ip_allow_list and one.ip_allow_list.ip_strategy:
        criterion = SourceCriterion(ip_strategy=one.ip_allow_list.ip_strategy)
        yield from _criterion_problems(("ip_allow_list",), criterion)


def _block_problems(own: IpAllowList) -> Iterator[Problem]:
    for index, block in enumerate(own.source_range):
        try:
            ip_network(block)
        except ValueError:
            at = ("ip_allow_list", "source_range", index)
            yield Problem(at, f"is {block!r}, which is no block of addresses", "as 10.20.0.0/16")


def _criterion_problems(at: FieldPath, own: SourceCriterion) -> Iterator[Problem]:
    if len(set_fields(own)) != 1:
        yield Problem(at, "needs exactly one of ip_strategy, request_header_name and request_host")
    if own.ip_strategy and own.ip_strategy.depth and own.ip_strategy.excluded_ips:
        yield Problem((*at, "ip_strategy"), "says both depth and excluded_ips", "keep one of them")


def _named(spec: Spec) -> Iterator[tuple[FieldPath, Middleware]]:
    """Every middleware that something names, and where."""
    for at, one in settings(spec):
        yield from _at((*at, "traefik", "middlewares"), one.traefik.middlewares if one.traefik else ())
    for name, made in spec.traefik_middlewares.items():
        chained = made.chain.middlewares if made.chain else ()
        yield from _at(("traefik_middlewares", name, "chain", "middlewares"), chained)
    for name, route in spec.ingress_routes.items():
        for index, rule in enumerate(route.routes):
            yield from _at(("ingress_routes", name, "routes", index, "middlewares"), rule.middlewares)


def _at(at: FieldPath, named: Sequence[Middleware]) -> Iterator[tuple[FieldPath, Middleware]]:
    for index, one in enumerate(named):
        yield (*at, index), one


def _backends(spec: Spec) -> Iterator[tuple[FieldPath, TraefikBackend]]:
    for name, made in spec.traefik_middlewares.items():
        if made.errors:
            yield ("traefik_middlewares", name, "errors", "service"), made.errors.service
    for name, route in spec.ingress_routes.items():
        for index, rule in enumerate(route.routes):
            for number, one in enumerate(rule.services):
                yield ("ingress_routes", name, "routes", index, "services", number), one


def _reached(spec: Spec, start: str) -> set[str]:
    """The chart's own middlewares that a chain leads to, in however many steps."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        one = spec.traefik_middlewares.get(waiting.pop())
        named = {ref.name for ref in one.chain.middlewares if ref.own} if one and one.chain else set[str]()
        waiting += named - found
        found |= named
    return found

"""VirtualServices and DestinationRules: what Istio's own validation refuses."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules.routes import target_problems
from chartgen.models.base import written_out
from chartgen.models.istio import (
    ClientTls,
    Destination,
    IstioHttp,
    IstioMatch,
    LoadBalancer,
    StringMatch,
    TrafficPolicy,
)
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

_TEXTS = ("uri", "scheme", "method", "authority")
_TEXT_MAPS = ("headers", "without_headers", "query_params")


def destination_exists(spec: Spec) -> Iterator[Problem]:
    """Requests go to a port that is there, and to a subset that the chart's DestinationRule has."""
    for at, rule in _rules(spec):
        for where, one in _destinations(rule):
            if not one.service or isinstance(one.port, str):
                yield from target_problems(spec, (*at, *where), one)
            yield from _subset_problems(spec, (*at, *where), one)
    for name, policy in spec.destination_rules.items():
        if policy.host is None:
            yield from target_problems(spec, ("destination_rules", name), Destination(component=policy.component))
        elif policy.component is not None:
            also = (("destination_rules", name, "host"),)
            yield Problem(("destination_rules", name, "component"), "stands beside host: a rule is for one", also=also)


def virtual_service_leads_somewhere(spec: Spec) -> Iterator[Problem]:
    """A rule redirects or leads to hosts whose weights say who gets what."""
    for at, rule in _rules(spec):
        if rule.redirect and (rule.route or rule.rewrite or rule.mirror):
            yield Problem((*at, "redirect"), "stands beside route, rewrite or mirror, and answers itself")
        if rule.redirect and not rule.redirect.model_fields_set - {"redirect_code"}:
            yield Problem((*at, "redirect"), "says not what is replaced", "state uri, authority, scheme or port")
        if rule.rewrite and not rule.rewrite.model_fields_set:
            yield Problem((*at, "rewrite"), "says not what is replaced", "state uri or authority")
        if rule.fault and not (rule.fault.delay or rule.fault.abort):
            yield Problem((*at, "fault"), "says neither delay nor abort")
        routes = rule.route or ()
        if len(routes) > 1 and any(one.weight is None for one in routes):
            yield Problem((*at, "route"), "has several destinations, so each needs its weight")
        elif routes and not sum(1 if one.weight is None else one.weight for one in routes):
            yield Problem((*at, "route"), "has weights that sum to 0: every request would fail")


def virtual_service_matches(spec: Spec) -> Iterator[Problem]:
    """A match says something, each text in one way; a name of all hosts is for gateways."""
    for name, one in spec.virtual_services.items():
        if "*" in one.hosts and (not one.gateways or "mesh" in one.gateways):
            text = "is all hosts, which Istio takes at gateways only"
            where = ("virtual_services", name, "hosts", list(one.hosts).index("*"))
            yield Problem(where, text, 'write gateways=["edge/public"]')
    for at, rule in _rules(spec):
        for index, match in enumerate(rule.match):
            yield from _match_problems((*at, "match", index), match)
        for index, origin in enumerate((rule.cors_policy and rule.cors_policy.allow_origins) or ()):
            yield from _text_problems((*at, "cors_policy", "allow_origins", index), written_out(origin))


def traffic_policy_is_complete(spec: Spec) -> Iterator[Problem]:
    """A load balancer has one way, and TLS the certificates of its mode."""
    for name, one in spec.destination_rules.items():
        at = ("destination_rules", name)
        yield from _policy_problems((*at, "traffic_policy"), one.traffic_policy)
        for subset, said in one.subsets.items():
            where = (*at, "subsets", subset, "traffic_policy")
            yield from _policy_problems(where, said.traffic_policy if said else None)


def _rules(spec: Spec) -> Iterator[tuple[FieldPath, IstioHttp]]:
    for name, one in spec.virtual_services.items():
        for index, rule in enumerate(one.http):
            yield ("virtual_services", name, "http", index), rule


def _destinations(rule: IstioHttp) -> Iterator[tuple[FieldPath, Destination]]:
    for index, one in enumerate(rule.route or ()):
        yield ("route", index), one
    if rule.mirror:
        yield ("mirror",), rule.mirror
    if not rule.route and not rule.redirect:
        yield (), Destination()


def _subset_problems(spec: Spec, at: FieldPath, one: Destination) -> Iterator[Problem]:
    """A subset of the chart's own Service is one of its DestinationRule, where the chart has one."""
    if one.subset is None or one.service:
        return
    own = [rule for rule in spec.destination_rules.values() if rule.host is None and rule.component == one.component]
    known = [name for rule in own for name, subset in rule.subsets.items() if subset]
    if own and one.subset not in known:
        text = f"names the subset {one.subset!r}; those of the DestinationRule are {', '.join(known) or 'none'}"
        yield Problem((*at, "subset"), text)


def _match_problems(at: FieldPath, match: IstioMatch) -> Iterator[Problem]:
    if not match.model_fields_set - {"name"}:
        yield Problem(at, "says nothing; leave match out for every request")
    for field in _TEXTS:
        value = getattr(match, field)
        if value is not None:
            yield from _text_problems((*at, field), value)
    for field in _TEXT_MAPS:
        for name, value in getattr(match, field).items():
            yield from _text_problems((*at, field, name), value)


def _text_problems(at: FieldPath, text: StringMatch) -> Iterator[Problem]:
    if sum(way is not None for way in (text.exact, text.prefix, text.regex)) != 1:
        yield Problem(at, "needs exactly one of exact, prefix and regex")


def _policy_problems(at: FieldPath, policy: TrafficPolicy | None) -> Iterator[Problem]:
    if policy and policy.load_balancer:
        yield from _load_balancer_problems((*at, "load_balancer"), policy.load_balancer)
    if policy and policy.tls:
        yield from _tls_problems((*at, "tls"), policy.tls)


def _load_balancer_problems(at: FieldPath, one: LoadBalancer) -> Iterator[Problem]:
    if (one.simple is None) == (one.consistent_hash is None):
        yield Problem(at, "needs exactly one of simple and consistent_hash")
    if one.consistent_hash:
        said = one.consistent_hash
        ways = (said.http_header_name, said.http_query_parameter_name, said.use_source_ip, said.http_cookie_name)
        if sum(way is not None for way in ways) != 1:
            text = (
                "needs exactly one of http_header_name, http_query_parameter_name, use_source_ip and http_cookie_name"
            )
            yield Problem((*at, "consistent_hash"), text)


def _tls_problems(at: FieldPath, tls: ClientTls) -> Iterator[Problem]:
    own = tls.client_certificate is not None and tls.private_key is not None
    if tls.mode == "MUTUAL" and not own and tls.credential_name is None:
        text = "is MUTUAL, which needs client_certificate and private_key, or credential_name"
        yield Problem((*at, "mode"), text, "ISTIO_MUTUAL uses the mesh's certificates")
    stated = [field for field in ("client_certificate", "private_key", "ca_certificates") if getattr(tls, field)]
    if tls.mode == "ISTIO_MUTUAL" and stated:
        yield Problem((*at, stated[0]), "is not for ISTIO_MUTUAL, which uses the mesh's", also=((*at, "mode"),))

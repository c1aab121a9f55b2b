"""VirtualServices and DestinationRules, in Istio's shape."""

from collections.abc import Mapping
from typing import Any

from chartgen.charting.values.container import Values, stated
from chartgen.layering.exposure import port_of
from chartgen.models.base import written_out
from chartgen.models.gateway import Headers
from chartgen.models.istio import (
    ConnectionPool,
    ConsistentHash,
    CorsPolicy,
    Destination,
    DestinationRule,
    Fault,
    IstioHttp,
    IstioMatch,
    IstioRoute,
    LoadBalancer,
    StringMatch,
    StringMatchLike,
    TrafficPolicy,
    VirtualService,
)
from chartgen.models.service import Spec


def virtual_services(spec: Spec) -> dict[str, Values]:
    """A VirtualService a name."""
    return {name: _virtual_service(spec, one) for name, one in spec.virtual_services.items()}


def destination_rules(spec: Spec) -> dict[str, Values]:
    """A DestinationRule a name."""
    return {name: _destination_rule(one) for name, one in spec.destination_rules.items()}


def _virtual_service(spec: Spec, one: VirtualService) -> Values:
    return {
        "hosts": list(one.hosts),
        "gateways": list(one.gateways),
        "exportTo": list(one.export_to),
        "http": [_http(spec, rule) for rule in one.http],
    }


def _http(spec: Spec, rule: IstioHttp) -> Values:
    routes = rule.route or ([] if rule.redirect else [IstioRoute()])
    return _filled(
        {
            "name": rule.name,
            "match": [_match(match) for match in rule.match],
            "route": [_route(spec, route) for route in routes],
            "mirror": _destination(spec, rule.mirror) if rule.mirror else None,
            "redirect": rule.redirect and _plain(rule.redirect),
            "rewrite": rule.rewrite and _plain(rule.rewrite),
            "timeout": rule.timeout,
            "retries": rule.retries and _plain(rule.retries),
            "fault": _fault(rule.fault) if rule.fault else None,
            "mirrorPercentage": None if rule.mirror_percentage is None else {"value": rule.mirror_percentage},
            "corsPolicy": _cors(rule.cors_policy) if rule.cors_policy else None,
            "headers": _headers(rule.request_headers, rule.response_headers),
        }
    )


def _match(match: IstioMatch) -> Values:
    texts = {key: getattr(match, key) for key in ("uri", "scheme", "method", "authority")}
    return _filled(
        {
            "name": match.name,
            **{key: _text(value) for key, value in texts.items() if value is not None},
            "headers": _texts(match.headers),
            "withoutHeaders": _texts(match.without_headers),
            "queryParams": _texts(match.query_params),
            "ignoreUriCase": match.ignore_uri_case or None,
            "port": match.port,
            "sourceLabels": dict(match.source_labels),
            "gateways": list(match.gateways),
        }
    )


def _texts(entries: Mapping[str, StringMatchLike]) -> Values:
    return {name: _text(value) for name, value in entries.items()}


def _text(value: StringMatchLike) -> Values:
    match: StringMatch = written_out(value)
    return stated({"exact": match.exact, "prefix": match.prefix, "regex": match.regex})


def _route(spec: Spec, route: IstioRoute) -> Values:
    headers = _headers(route.request_headers, route.response_headers)
    return _filled({"destination": _destination(spec, route), "weight": route.weight, "headers": headers})


def _destination(spec: Spec, one: Destination) -> Values:
    said = {"component": one.component, "service": one.service, "port": port_of(spec, one)}
    return stated({**said, "subset": one.subset})


def _headers(request: Headers | None, response: Headers | None) -> Values:
    changes = {"request": request, "response": response}
    return {key: _change(change) for key, change in changes.items() if change}


def _change(change: Headers) -> Values:
    return _filled({"set": dict(change.set), "add": dict(change.add), "remove": list(change.remove)})


def _fault(fault: Fault) -> Values:
    delay, abort = fault.delay, fault.abort
    return _filled(
        {
            "delay": delay and {"fixedDelay": delay.fixed_delay, "percentage": {"value": delay.percentage}},
            "abort": abort and {"httpStatus": abort.http_status, "percentage": {"value": abort.percentage}},
        }
    )


def _cors(cors: CorsPolicy) -> Values:
    return _filled({**_plain(cors), "allowOrigins": [_text(origin) for origin in cors.allow_origins]})


def _destination_rule(one: DestinationRule) -> Values:
    subsets = [
        _filled({"name": name, "labels": dict(subset.labels), "trafficPolicy": _policy(subset.traffic_policy)})
        for name, subset in one.subsets.items()
        if subset
    ]
    policy = _policy(one.traffic_policy)
    return stated({"component": one.component, "host": one.host or ""}) | {
        "subsets": subsets,
        "exportTo": list(one.export_to),
        **({"trafficPolicy": policy} if policy else {}),
    }


def _policy(policy: TrafficPolicy | None) -> Values:
    if policy is None:
        return {}
    return _filled(
        {
            "loadBalancer": _load_balancer(policy.load_balancer) if policy.load_balancer else None,
            "connectionPool": _pool(policy.connection_pool) if policy.connection_pool else None,
            "outlierDetection": policy.outlier_detection and _outliers(_plain(policy.outlier_detection)),
            "tls": policy.tls and _plain(policy.tls),
        }
    )


def _outliers(said: Values) -> Values:
    return {key.replace("5Xx", "5xx"): value for key, value in said.items()}


def _load_balancer(one: LoadBalancer) -> Values:
    return _filled(
        {"simple": one.simple, "consistentHash": _hash(one.consistent_hash) if one.consistent_hash else None}
    )


def _hash(one: ConsistentHash) -> Values:
    cookie = {"name": one.http_cookie_name, "ttl": one.http_cookie_ttl or "0s"} if one.http_cookie_name else None
    said = {"httpHeaderName": one.http_header_name, "httpQueryParameterName": one.http_query_parameter_name}
    return stated({**said, "useSourceIp": one.use_source_ip, "httpCookie": cookie})


def _pool(pool: ConnectionPool) -> Values:
    tcp = {
        "maxConnections": pool.max_connections,
        "connectTimeout": pool.connect_timeout,
        "maxConnectionDuration": pool.max_connection_duration,
    }
    http = {
        "http1MaxPendingRequests": pool.http1_max_pending_requests,
        "http2MaxRequests": pool.http2_max_requests,
        "maxRequestsPerConnection": pool.max_requests_per_connection,
        "maxRetries": pool.max_retries,
        "idleTimeout": pool.idle_timeout,
        "h2UpgradePolicy": pool.h2_upgrade_policy,
    }
    return _filled({"tcp": stated(tcp), "http": stated(http)})


def _plain(section: Any) -> Values:
    """A section whose fields are called as Istio calls them."""
    said: Values = section.model_dump(by_alias=True, exclude_none=True)
    return {key: list(value) if isinstance(value, tuple) else value for key, value in said.items() if value != ()}


def _filled(entries: Mapping[str, Any]) -> Values:
    """Without what says nothing: None, empty lists and empty maps; 0 and false stay."""
    return {key: value for key, value in entries.items() if value is not None and value not in ([], {})}

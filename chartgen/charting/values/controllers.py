"""What a route asks of one controller, of cert-manager and of external-dns, in their annotations."""

import json
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from chartgen.layering.exposure import controller_of, expose_of, http_matches
from chartgen.models.base import written_out
from chartgen.models.controllers import (
    Alb,
    ControllerSettings,
    ExternalDns,
    Gke,
    Middleware,
    Nginx,
    Traefik,
)
from chartgen.models.gateway import HttpRoute
from chartgen.models.routes import Ingress, RateLimit, Route, Timeouts
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.models.types import millis

Notes = dict[str, str]

_NGINX = "nginx.ingress.kubernetes.io/"
_TRAEFIK = "traefik.ingress.kubernetes.io/router."
_ALB = "alb.ingress.kubernetes.io/"
_DNS = "external-dns.alpha.kubernetes.io/"
_SIZES = (("g", 2**30), ("m", 2**20), ("k", 2**10))

_NGINX_NAMES = {
    "allow_from": "whitelist-source-range",
    "deny_from": "denylist-source-range",
    "limit_requests_per_minute": "limit-rpm",
    "unlimited_from": "limit-whitelist",
    "enable_owasp_core_rules": "enable-owasp-core-rules",
}
_COOKIE_NAMES = {
    "name": "session-cookie-name",
    "max_age_seconds": "session-cookie-max-age",
    "path": "session-cookie-path",
    "same_site": "session-cookie-samesite",
    "mode": "affinity-mode",
}
_CORS_NAMES = {
    "allow_origins": "cors-allow-origin",
    "allow_methods": "cors-allow-methods",
    "allow_headers": "cors-allow-headers",
    "expose_headers": "cors-expose-headers",
    "allow_credentials": "cors-allow-credentials",
    "max_age_seconds": "cors-max-age",
}
_AUTH_NAMES = {"secret": "auth-secret", "realm": "auth-realm", "type": "auth-type"}
_CANARY_NAMES = {
    field: f"canary-{field.replace('_', '-')}"
    for field in ("weight", "weight_total", "by_header", "by_header_value", "by_header_pattern", "by_cookie")
}
_TRAEFIK_NAMES = {"cert_resolver": "tls.certresolver"}
_ALB_NAMES = {
    "certificate_arns": "certificate-arn",
    "group_name": "group.name",
    "group_order": "group.order",
    "healthcheck_interval_seconds": "healthcheck-interval-seconds",
    "healthy_threshold": "healthy-threshold-count",
    "unhealthy_threshold": "unhealthy-threshold-count",
}
_GKE_NAMES = {
    "static_ip_name": "kubernetes.io/ingress.global-static-ip-name",
    "regional_static_ip_name": "kubernetes.io/ingress.regional-static-ip-name",
    "managed_certificates": "networking.gke.io/managed-certificates",
    "pre_shared_certificates": "ingress.gcp.kubernetes.io/pre-shared-cert",
    "allow_http": "kubernetes.io/ingress.allow-http",
    "frontend_config": "networking.gke.io/v1beta1.FrontendConfig",
}
_DNS_NAMES = {"hostnames": "hostname", "ttl_seconds": "ttl"}


def of_ingress(route: Route, exposed: Ingress) -> Notes:
    """An Ingress's: what all have, then the route's own, then those that are written out."""
    issuers = {"cert-manager.io/cluster-issuer": exposed.cluster_issuer, "cert-manager.io/issuer": exposed.issuer}
    made: Notes = {key: name for key, name in issuers.items() if name and route.tls}
    neutral = {"ingress-nginx": _neutral_nginx, "aws-alb": _neutral_alb}.get(controller_of(route, exposed) or "")
    made |= neutral(route) if neutral else {}
    for one in (exposed, route):
        made |= _of_controllers(one) | _external_dns(one.external_dns)
    return dict(sorted({**made, **_written(exposed.annotations), **_written(route.annotations)}.items()))


def of_route(route: Route, exposed: HttpRoute) -> Notes:
    """An HTTPRoute's or GRPCRoute's."""
    made = {**_external_dns(route.external_dns), **_written(exposed.annotations), **_written(route.annotations)}
    return dict(sorted(made.items()))


def of_service(spec: WorkloadSpec) -> Notes:
    """What GKE's Ingress wants to read at the Service of the main workload."""
    if not isinstance(spec, Spec):
        return {}
    exposed = (expose_of(spec, route).ingress for route in spec.routes.values())
    stated = [one.gke for one in (*spec.routes.values(), *exposed) if one and one.gke and one.gke.backend_config]
    return {"cloud.google.com/backend-config": json.dumps({"default": stated[0].backend_config})} if stated else {}


def _neutral_nginx(route: Route) -> Notes:
    """Rate limits, timeouts, body size, the redirect to HTTPS, and paths that are regular expressions."""
    limit, timeouts = route.rate_limit or RateLimit(), route.timeouts or Timeouts()
    regex = any(written_out(match.path).type == "RegularExpression" for _, match in http_matches(route))
    stated = {
        "limit-rps": limit.requests_per_second,
        "limit-connections": limit.connections,
        "proxy-connect-timeout": timeouts.connect_seconds,
        "proxy-read-timeout": timeouts.request_seconds,
        "proxy-send-timeout": timeouts.request_seconds,
        "proxy-body-size": _size(route.max_body_size) if route.max_body_size else None,
        "ssl-redirect": route.redirect_https if route.tls else None,
        "use-regex": regex or None,
    }
    return {f"{_NGINX}{name}": _text(value) for name, value in stated.items() if value is not None}


def _neutral_alb(route: Route) -> Notes:
    """Ports for HTTP and HTTPS, and the redirect from one to the other."""
    ports = [{"HTTP": 80}, *([{"HTTPS": 443}] if route.tls else [])]
    redirect = {f"{_ALB}ssl-redirect": "443"} if route.tls and route.redirect_https else {}
    return {f"{_ALB}listen-ports": json.dumps(ports), **redirect}


def _of_controllers(stated: ControllerSettings) -> Notes:
    return {
        **(_nginx(stated.nginx) if stated.nginx else {}),
        **(_traefik(stated.traefik) if stated.traefik else {}),
        **(_alb(stated.alb) if stated.alb else {}),
        **(_gke(stated.gke) if stated.gke else {}),
    }


def _nginx(nginx: Nginx) -> Notes:
    cookie, cors, auth, canary = nginx.session_cookie, nginx.cors, nginx.basic_auth, nginx.canary
    parts = [
        *_plain(nginx, _NGINX_NAMES),
        *([("affinity", "cookie"), *_plain(cookie, _COOKIE_NAMES)] if cookie else []),
        *([("enable-cors", "true"), *_plain(cors, _CORS_NAMES)] if cors else []),
        *(_plain(auth, _AUTH_NAMES) if auth else []),
        *([("canary", "true"), *_plain(canary, _CANARY_NAMES)] if canary else []),
    ]
    return {f"{_NGINX}{name}": value for name, value in parts}


def _traefik(traefik: Traefik) -> Notes:
    chain = [] if has_own(traefik) else [_of_traefik(one) for one in traefik.middlewares]
    parts = [
        *_plain(traefik, _TRAEFIK_NAMES),
        *([("middlewares", ",".join(chain))] if chain else []),
        *([("tls.options", _of_traefik(traefik.tls_options))] if traefik.tls_options else []),
    ]
    return {f"{_TRAEFIK}{name}": value for name, value in parts}


def has_own(traefik: Traefik) -> bool:
    """If some middleware is the chart's own, whose whole name only the template knows."""
    return any(one.own for one in traefik.middlewares)


def own_middlewares(route: Route, exposed: Ingress) -> list[dict[str, str]]:
    """Middlewares of an Ingress, where one of them is the chart's own; the route's before the platform's."""
    said = [one.traefik for one in (route, exposed) if one.traefik and one.traefik.middlewares]
    if not said or not has_own(said[0]):
        return []
    return [{"own": one.name} if one.own else {"name": _of_traefik(one)} for one in said[0].middlewares]


def _of_traefik(one: Middleware) -> str:
    return f"{one.namespace}-{one.name}@{one.provider}" if one.namespace else f"{one.name}@{one.provider}"


def _alb(alb: Alb) -> Notes:
    ports = {"listen-ports": json.dumps([dict(one) for one in alb.listen_ports])} if alb.listen_ports else {}
    return {f"{_ALB}{name}": value for name, value in {**dict(_plain(alb, _ALB_NAMES)), **ports}.items()}


def _gke(gke: Gke) -> Notes:
    return {_GKE_NAMES[field]: value for field, value in _plain(gke, {}, dashes=False) if field in _GKE_NAMES}


def _external_dns(one: ExternalDns | None) -> Notes:
    return {f"{_DNS}{name}": value for name, value in _plain(one, _DNS_NAMES)} if one else {}


def _plain(section: BaseModel, names: Mapping[str, str], *, dashes: bool = True) -> Iterator[tuple[str, str]]:
    """Each stated field that is no section, by its annotation's name: its own with dashes, where none is given."""
    for field in type(section).model_fields:
        value = getattr(section, field)
        if value is None or value in ((), [], {}) or _holds_sections(value):
            continue
        yield names.get(field, field.replace("_", "-") if dashes else field), _text(value)


def _holds_sections(value: object) -> bool:
    entries = value if isinstance(value, (list, tuple)) else [value]
    return any(isinstance(one, (BaseModel, Mapping)) for one in entries) and not isinstance(value, Mapping)


def _text(value: object) -> str:
    """As an annotation says it: lists with commas, maps as ``key=value``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ",".join(f"{key}={one}" for key, one in value.items())
    return ",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _written(notes: Mapping[str, str | None]) -> Notes:
    return {key: value for key, value in notes.items() if value is not None}


def _size(quantity: str) -> str:
    """Nginx counts in k, m and g, all binary."""
    size = -(-millis(quantity) // 1000)
    return next((f"{size // unit}{name}" for name, unit in _SIZES if size % unit == 0), str(size))

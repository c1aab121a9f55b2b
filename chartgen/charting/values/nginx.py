"""What a route asks of ingress-nginx, in its annotations.

Source: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/
"""

from chartgen.models.routes import RateLimit, Route, Timeouts
from chartgen.models.types import millis

_PREFIX = "nginx.ingress.kubernetes.io/"
_SIZES = (("g", 2**30), ("m", 2**20), ("k", 2**10))


def annotations(route: Route) -> dict[str, str]:
    """Rate limits, timeouts, body size and the redirect to HTTPS."""
    settings = {
        **_limits(route.rate_limit or RateLimit()),
        **_timeouts(route.timeouts or Timeouts()),
        "proxy-body-size": _size(route.max_body_size) if route.max_body_size else None,
        "ssl-redirect": ("true" if route.redirect_https else "false") if route.tls else None,
    }
    return {f"{_PREFIX}{name}": str(value) for name, value in settings.items() if value is not None}


def _limits(limit: RateLimit) -> dict[str, int | None]:
    return {"limit-rps": limit.requests_per_second, "limit-connections": limit.connections}


def _timeouts(timeouts: Timeouts) -> dict[str, int | None]:
    return {
        "proxy-connect-timeout": timeouts.connect_seconds,
        "proxy-read-timeout": timeouts.request_seconds,
        "proxy-send-timeout": timeouts.request_seconds,
    }


def _size(quantity: str) -> str:
    """Nginx counts in k, m and g, all binary."""
    size = -(-millis(quantity) // 1000)
    return next((f"{size // unit}{name}" for name, unit in _SIZES if size % unit == 0), str(size))

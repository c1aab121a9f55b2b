"""Traffic by the Gateway API: one route by its path, one by rules of its own."""

from chartgen import (
    Backend,
    Expose,
    ExtensionRef,
    HeaderMatch,
    Headers,
    HttpMatch,
    HttpRoute,
    HttpRule,
    Image,
    Redirect,
    Route,
    RouteTimeouts,
    Service,
    UrlRewrite,
)

service = Service(
    name="gateway",
    image=Image(repository="ghcr.io/acme/gateway", tag="1.4.2"),
    ports={"http": 8080},
    expose=Expose(http_route=HttpRoute(gateway="shop", gateway_namespace="edge", listener="https")),
    routes={
        "public": Route(hosts=["shop.example.com"], paths=["/shop"]),
        "rules": Route(
            hosts=["rules.example.com"],
            rules=[
                HttpRule(
                    matches=[HttpMatch(path="/a", method="GET", headers={"x-group": HeaderMatch(value="beta")})],
                    backends=[Backend(service="old", namespace="legacy", port=80, weight=3)],
                    request_headers=Headers(set={"x-a": "b"}),
                    rewrite=UrlRewrite(path="/b"),
                    extensions=[ExtensionRef(group="example.com", kind="Limit", name="slow")],
                    timeouts=RouteTimeouts(request="10s"),
                ),
                HttpRule(
                    matches=[HttpMatch(path="/old")],
                    redirect=Redirect(hostname="new.example.com", scheme="https", path="/new", status_code=301),
                ),
            ],
        ),
    },
)

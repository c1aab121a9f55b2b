# error: service.py:21: ingress_routes.public.routes[0].services[0].port: names the port 'https'; the ports are http
# hint: did you mean 'http'?
# error: service.py:22: ingress_routes.public.routes[1].services[0].port: leads to a Service of another chart, of which only the number of a port is known
# hint: write port=80
# error: service.py:23: ingress_routes.public.routes[2].services[0].traefik_service: is Traefik's own, beside which there is no component, service or port
# error: service.py:24: ingress_routes.public.routes[3].services[0].namespace: goes with service, which is another one
# error: service.py:25: ingress_routes.public.routes[4].services: have weights that sum to 0: every request would fail
# error: service.py:27: ingress_routes.public.tls: says both secret_name and cert_resolver
# hint: keep one of them
# error: service.py:30: ingress_routes.public.tls.options: is a TLSOption, which the chart has none of
# error: service.py:35: ingress_routes.named.tls.domains: goes with cert_resolver, which makes the certificate
from chartgen import Image, IngressRoute, IngressRouteTls, Middleware, Service, TraefikBackend, TraefikDomain, TraefikRule

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    ingress_routes={
        "public": IngressRoute(
            routes=[
                TraefikRule(match="Path(`/a`)", services=[TraefikBackend(port="https")]),
                TraefikRule(match="Path(`/b`)", services=[TraefikBackend(service="erp")]),
                TraefikRule(match="Path(`/c`)", services=[TraefikBackend(traefik_service="api@internal", port="http")]),
                TraefikRule(match="Path(`/d`)", services=[TraefikBackend(namespace="erp")]),
                TraefikRule(match="Path(`/e`)", services=[TraefikBackend(weight=0)]),
            ],
            tls=IngressRouteTls(
                secret_name="shop-tls",
                cert_resolver="le",
                options=Middleware("modern", own=True),
            ),
        ),
        "named": IngressRoute(
            routes=[TraefikRule(match="Path(`/`)")],
            tls=IngressRouteTls(domains=[TraefikDomain(main="a.example.com")]),
        ),
    },
)

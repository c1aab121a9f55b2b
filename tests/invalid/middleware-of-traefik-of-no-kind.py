# error: service.py:18: traefik_middlewares.nothing: says not what it does
# hint: give it one, as strip_prefix=StripPrefix(prefixes=["/api"])
# error: service.py:19: traefik_middlewares.both: says both strip_prefix and compress
# hint: give it one, as strip_prefix=StripPrefix(prefixes=["/api"])
# error: service.py:20: traefik_middlewares.inside.ip_allow_list.source_range[0]: is '10.0.0.1/8', which is no block of addresses
# hint: as 10.20.0.0/16
# error: service.py:21: traefik_middlewares.counted.in_flight_req.source_criterion: needs exactly one of ip_strategy, request_header_name and request_host
# error: service.py:24: traefik_middlewares.behind.ip_allow_list.ip_strategy: says both depth and excluded_ips
# hint: keep one of them
# error: service.py:27: traefik_middlewares.round.chain.middlewares: leads back to the chain itself
# error: service.py:28: traefik_middlewares.about.chain.middlewares: leads back to the chain itself
from chartgen import Chain, Image, InFlightReq, IpAllowList, IpStrategy, Middleware, Service, SourceCriterion, StripPrefix, TraefikMiddleware, Compress

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    traefik_middlewares={
        "nothing": TraefikMiddleware(),
        "both": TraefikMiddleware(strip_prefix=StripPrefix(prefixes=["/a"]), compress=Compress()),
        "inside": TraefikMiddleware(ip_allow_list=IpAllowList(source_range=["10.0.0.1/8"])),
        "counted": TraefikMiddleware(in_flight_req=InFlightReq(amount=1, source_criterion=SourceCriterion())),
        "behind": TraefikMiddleware(
            ip_allow_list=IpAllowList(
                source_range=["10.0.0.0/8"], ip_strategy=IpStrategy(depth=1, excluded_ips=["10.0.0.1"])
            )
        ),
        "round": TraefikMiddleware(chain=Chain(middlewares=[Middleware("about", own=True)])),
        "about": TraefikMiddleware(chain=Chain(middlewares=[Middleware("round", own=True)])),
    },
)

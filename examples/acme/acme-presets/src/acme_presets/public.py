"""public: reached from the internet, on the shop's host. To mix in above a kind of service."""

from chartgen import Lock, Overlay, Preset, Route, Timeouts

preset = Preset(
    name="public",
    version="1.0.0",
    description="Reached from the internet on the shop's host; the service states its paths.",
    routes={
        "public": Route(
            hosts=["shop.dev.acme.example"],
            # Nobody waits longer for a page; without it a slow database fills the edge with open requests.
            timeouts=Timeouts(request_seconds=15),
        ),
    },
    environments={
        "staging": Overlay(routes={"public": Route(hosts=["shop.staging.acme.example"])}),
        "production": Overlay(routes={"public": Route(hosts=["shop.acme.example"])}),
    },
    locks=[
        Lock("routes.*.tls", present=True, reason="customers sign in on this host", waivable=False),
        Lock("routes.*.redirect_https", equals=True, reason="customers sign in on this host"),
    ],
)

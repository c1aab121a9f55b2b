"""Banners beside the products: a Java server that was bought, HTTP."""

from chartgen import Image, Probes, Resources, Route, Service, Waiver

service = Service(
    name="ads",
    description="Banners beside the products.",
    owner="team-store",
    labels={"cost-centre": "store"},
    presets=["acme/api", "acme/public"],
    image=Image(
        repository="mirror.acme.example/bannerworks/server",
        tag="9.2.0",
        digest="sha256:7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a",
    ),
    resources=Resources(cpu="500m", memory="1Gi"),
    # The only page that tells anything about its health.
    probes=Probes(readiness="/status", liveness="/status", start_seconds=180),
    routes={"public": Route(paths=["/api/ads"])},
    waivers=[
        Waiver(
            rule="CG601",
            reason="the vendor's server has one page of health; version 10 has two",
            owner="team-store",
            until="2031-03-31",
        ),
    ],
)

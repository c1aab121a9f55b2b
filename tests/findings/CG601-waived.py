from chartgen import Image, Probes, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(readiness="/health", liveness="/health"),
    waivers=[
        Waiver(
            rule="CG601",
            reason="The endpoint tests nothing but the process; a second one comes with 1.5.",
            owner="team-orders",
            until="2026-12-31",
        ),
    ],
)

from chartgen import Image, Overlay, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    environments={
        "staging": Overlay(image=Image(tag="main")),
        "production": Overlay(),
    },
    waivers=[
        Waiver(
            rule="CG401",
            environment="staging",
            reason="Staging follows main until the release train starts.",
            owner="team-orders",
            until="2026-11-21",
        ),
    ],
)

from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"DEMO_PASSWORD": "demo"},
    waivers=[
        Waiver(
            rule="CG901",
            reason="The demo's login, which stands on its front page.",
            owner="team-orders",
            until="2026-12-31",
        ),
    ],
)

from chartgen import Grant, Image, Service, ServiceAccount, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    grants=[Grant("configmaps", verbs=["get"])],
    service_account=ServiceAccount(automount_token=False),
    waivers=[
        Waiver(
            rule="CG201",
            reason="A projected volume brings a token of ten minutes.",
            owner="team-orders",
            until="2027-06-30",
        ),
    ],
)

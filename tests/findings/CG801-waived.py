from chartgen import Autoscaling, Image, Resources, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    autoscaling=Autoscaling(min_replicas=2, max_replicas=6),
    resources=Resources(cpu=None),
    waivers=[
        Waiver(
            rule="CG801",
            reason="A LimitRange of the namespace sets the request.",
            owner="team-platform",
            until="2027-06-30",
        ),
    ],
)

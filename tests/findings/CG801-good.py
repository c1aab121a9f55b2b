from chartgen import Autoscaling, Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    autoscaling=Autoscaling(min_replicas=2, max_replicas=6, cpu=70, memory=80),
    resources=Resources(cpu="200m", memory="256Mi"),
)

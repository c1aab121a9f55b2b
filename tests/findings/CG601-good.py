from chartgen import Image, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
)

# error: service.py:8: probes.liveness: says not how to ask; give it one of http, tcp, grpc, exec
from chartgen import Image, LivenessProbe, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(liveness=LivenessProbe(period_seconds=30)),
)

# error: service.py:8: probes.liveness: says both http and exec
from chartgen import Image, LivenessProbe, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(liveness=LivenessProbe(http="/live", exec=["true"])),
)

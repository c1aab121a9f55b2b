# error: service.py:8: probes.liveness.success_threshold: must be 1 for all but readiness
from chartgen import Image, LivenessProbe, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(liveness=LivenessProbe(http="/live", success_threshold=2)),
)

# finding: CG601: service.py:9: probes.liveness: asks what readiness asks
# hint: give liveness a path that tests nothing but the process
from chartgen import Image, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(readiness="/health", liveness="/health"),
)

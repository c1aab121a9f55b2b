# error: service.py:8: components.migrate.probes: goes with DaemonSet, Deployment and StatefulSet, and the kind is Job
# hint: take it out, or choose another kind
from chartgen import Component, Image, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    components={"migrate": Component(kind="Job", probes=Probes(liveness="/live"))},
)

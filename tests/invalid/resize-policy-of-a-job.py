# error: service.py:9: resize_policy: goes with DaemonSet, Deployment and StatefulSet, and the kind is Job (kind at service.py:8)
# hint: take it out, or choose another kind
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    resize_policy={"memory": "RestartContainer"},
)

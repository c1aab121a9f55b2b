# error: service.py:7: pod_extra.os: is refused by Kubernetes: "right\u202eleft and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on a … d on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on " is not of types "null", "object"
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    pod_extra={"os": "right\u202eleft " + 200 * "and on "},
)

# error: service.py:8: resources.extended.requests.kubernetes.io/gpu: is a name that Kubernetes keeps for itself
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(extended={"requests.kubernetes.io/gpu": 1}),
)

# error: service.py:8: extended.gpu: 'gpu' is no good name: must be a device such as nvidia.com/gpu
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(extended={"gpu": 1}),
)

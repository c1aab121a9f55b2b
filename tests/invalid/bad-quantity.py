# error: service.py:8: memory: must be a quantity such as 250m, 1 or 512Mi, not '512MB'
from chartgen import Image, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    resources=Resources(memory="512MB"),
)

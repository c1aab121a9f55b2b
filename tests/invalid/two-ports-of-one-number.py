# error: service.py:7: ports.metrics: has the container port 3000/TCP of port 'http'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000, "metrics": 3000},

)

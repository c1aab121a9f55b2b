# error: service.py:7: ports.HTTP_1: 'HTTP_1' is no good name: must be lower-case letters, digits and single dashes, with a letter among them
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"HTTP_1": 3000},

)

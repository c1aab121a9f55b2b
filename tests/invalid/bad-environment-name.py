# error: service.py:8: environments.Prod/EU: 'Prod/EU' is no good name: must be lower-case letters, digits and dashes, since it is part of a file's name
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    environments={"Prod/EU": Overlay()},
)

# error: service.py:9: env.PORT.value: must be text, not 3000
# hint: write it as text: "3000"
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"PORT": 3000},
)

# error: service.py:9: labels.app.kubernetes.io/name: is a label that the chart prints itself
# hint: identity.selector takes over labels that already run
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    labels={"app.kubernetes.io/name": "orders"},
)

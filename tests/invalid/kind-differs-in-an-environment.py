# error: service.py:8: kind: is StatefulSet, and Deployment without an environment: it can't differ between environments
# hint: say it the same everywhere; two kinds are two components
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    environments={"production": Overlay(kind="StatefulSet")},
)

# error: service.py:6: version: must be a SemVer version such as 1.4.2, not '1.0.86112480879146770105439'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    version="1.0.86112480879146770105439",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
)

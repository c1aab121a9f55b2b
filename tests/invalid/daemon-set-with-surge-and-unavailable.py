# error: service.py:9: daemon_set.max_surge: is 10%, and max_unavailable is 1: exactly one of them must be 0
# hint: write max_unavailable=1
from chartgen import DaemonSet, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="DaemonSet",
    daemon_set=DaemonSet(max_surge="10%"),
)

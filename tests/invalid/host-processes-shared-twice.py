# error: service.py:8: share_process_namespace: is True, and so is host.pid; Kubernetes takes one of them (host.pid at service.py:7)
from chartgen import HostAccess, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host=HostAccess(pid=True, because="the agent traces processes"),
    share_process_namespace=True,
)

# error: service.py:7: host: shares nothing; say network, pid or ipc, or leave it out
from chartgen import HostAccess, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host=HostAccess(because="the agent reads what the node does"),
)

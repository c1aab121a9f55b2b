# error: service.py:9: ports.http.host_port.port: is not 9100, which it must be on the node's network (host.network at service.py:8)
# hint: leave it out
from chartgen import HostAccess, HostPort, Image, Port, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host=HostAccess(network=True, because="the agent answers on the node's address"),
    ports={"http": Port(port=9100, host_port=HostPort(port=9200, because="scrapers know the node only"))},
)

# error: service.py:9: ports.admin: has the port of the node 80/TCP of port 'http' (ports.http at service.py:8)
from chartgen import HostPort, Image, Port, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={
        "http": Port(port=9100, host_port=HostPort(port=80, because="scrapers know the node only")),
        "admin": Port(port=9101, host_port=HostPort(port=80, because="scrapers know the node only")),
    },
)

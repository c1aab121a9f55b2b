# error: service.py:7: ports.http.host_port.address: is '10.1.2', which is no IP address
from chartgen import HostPort, Image, Port, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": Port(port=9100, host_port=HostPort(address="10.1.2", because="scrapers know the node only"))},
)

# error: service.py:9: sidecars.proxy.ports.admin: has the container port 8080/TCP of port 'http' (ports.http at service.py:8)
# error: service.py:9: sidecars.proxy.ports.http: is the name of another container's port (ports.http at service.py:8)
from chartgen import Image, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    sidecars={"proxy": Sidecar(ports={"http": 9000, "admin": 8080})},
)

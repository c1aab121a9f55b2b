# error: service.py:8: sidecars.proxy.probes.readiness.tcp.port: names the port 'http'; the ports are none
from chartgen import Image, Probes, ReadinessProbe, Service, Sidecar, TcpSocket

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    sidecars={"proxy": Sidecar(probes=Probes(readiness=ReadinessProbe(tcp=TcpSocket(port="http"))))},
)

# error: service.py:9: probes.readiness.http.port: names the port 'htpp'; the ports are http
# hint: did you mean 'http'?
from chartgen import HttpGet, Image, Probes, ReadinessProbe, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    probes=Probes(readiness=ReadinessProbe(http=HttpGet(path="/ready", port="htpp"))),
)

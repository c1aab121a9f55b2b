# error: service.py:10: monitor.endpoints.metrics.port: is 'metrics', a port of a sidecar, which no Service has
# hint: write kind="PodMonitor"
from chartgen import Image, Monitor, Port, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    sidecars={"exporter": Sidecar(ports={"metrics": Port(port=9187)})},
    monitor=Monitor(kind="ServiceMonitor"),
)

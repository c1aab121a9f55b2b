# error: service.py:9: monitor.endpoints.metrics.port: names the port 'metric'; the ports are http, metrics
# hint: did you mean 'metrics'?
from chartgen import Image, Monitor, Scrape, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000, "metrics": 9090},
    monitor=Monitor(endpoints={"metrics": Scrape(port="metric")}),
)

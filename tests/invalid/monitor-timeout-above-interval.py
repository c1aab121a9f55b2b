# error: service.py:8: monitor.endpoints.metrics.scrape_timeout: is 1m30s, above the interval 1m; a scrape must end before the next
from chartgen import Image, Monitor, Scrape, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    monitor=Monitor(endpoints={"metrics": Scrape(interval="1m", scrape_timeout="1m30s")}),
)

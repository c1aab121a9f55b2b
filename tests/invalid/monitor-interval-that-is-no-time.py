# error: service.py:8: interval: must be a time such as 30s, 5m or 1h30m, the largest unit first, not '30 seconds'
from chartgen import Image, Monitor, Scrape, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    monitor=Monitor(endpoints={"metrics": Scrape(interval="30 seconds")}),
)

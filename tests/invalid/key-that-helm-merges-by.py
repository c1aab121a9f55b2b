# error: service.py:9: params.<<: has the key '<<', by which Helm merges mappings
# error: service.py:10: pod_extra: has the key '<<', by which Helm merges mappings
from chartgen import Image, Monitor, Scrape, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    monitor=Monitor(endpoints={"http": Scrape(params={"<<": ["all"]})}),
    pod_extra={"os": {"<<": "linux"}},
)

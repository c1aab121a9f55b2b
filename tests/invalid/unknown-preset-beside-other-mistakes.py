# error: service.py:10: presets[0]: there is no preset 'http-apj'
# hint: did you mean 'http-api'?
# error: service.py:12: ports.http.port: must be at most 65535, not 300000
# error: service.py:13: replica: no such field
# hint: did you mean 'replicas'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    presets=["http-apj"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 300000},
    replica=3,
)

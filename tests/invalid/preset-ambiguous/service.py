# error: service.py:9: presets[0]: 'http-api' is ambiguous: project/http-api (presets/http-api.py) and chartgen/http-api (ships with chartgen)
# hint: write 'project/http-api' or 'chartgen/http-api'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["http-api"],
)

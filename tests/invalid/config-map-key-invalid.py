# error: service.py:9: data...data: '..data' is no good name: must be letters, digits, dashes, underscores and dots, not two dots first
# error: service.py:9: data.rate limit: 'rate limit' is no good name: must be letters, digits, dashes, underscores and dots, not two dots first
from chartgen import ConfigMap, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"limits": ConfigMap(data={"rate limit": "7", "..data": "8"})},
)

# error: service.py:8: binary: must be base64 with padding, on one line, not 'not base64!'
from chartgen import ConfigEntry, ConfigMap, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"a": ConfigMap(data={"a": ConfigEntry(binary="not base64!")})},
)

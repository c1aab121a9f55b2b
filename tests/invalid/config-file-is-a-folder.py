# error: service.py:8: config_maps.a.data.a.file: there is no file __pycache__ beside the file that names it
from chartgen import ConfigMap, File, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"a": ConfigMap(data={"a": File("__pycache__")})},
)

# error: service.py:10: config_maps.files: is what the field config_files calls its own; choose another name
# error: service.py:11: config_maps.dashboards: is what the field dashboards calls its own; choose another name
from chartgen import ConfigMap, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={
        "files": ConfigMap(data={"a": "b"}),
        "dashboards": ConfigMap(data={"a": "b"}),
    },
)

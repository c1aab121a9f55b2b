# error: service.py:12: config_maps.limits.data.rate: says both content and binary
# error: service.py:13: config_maps.limits.data.burst: says nothing; give it one of binary, content, file
from chartgen import ConfigEntry, ConfigMap, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={
        "limits": ConfigMap(
            data={
                "rate": ConfigEntry(content="7", binary="Nw=="),
                "burst": ConfigEntry(),
            }
        )
    },
)

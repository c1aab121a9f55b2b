# error: service.py:15: env.RATE.config_map_key.own: reads 'rate', which is binary; a variable takes text
# hint: mount it: volumes={…: Volume(config_map=ConfigMapVolume(own=…), mounts=[…])}
# error: service.py:16: env_from[0].own_config_map: reads 'nginx.conf', which is no variable's name
# hint: mount it: volumes={…: Volume(config_map=ConfigMapVolume(own=…), mounts=[…])}
from chartgen import ConfigEntry, ConfigMap, ConfigMapKey, EnvFrom, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={
        "limits": ConfigMap(data={"rate": ConfigEntry(binary="Nw==")}),
        "nginx": ConfigMap(data={"nginx.conf": "events {}"}),
    },
    env={"RATE": ConfigMapKey(own="limits", key="rate")},
    env_from=[EnvFrom(own_config_map="nginx")],
)

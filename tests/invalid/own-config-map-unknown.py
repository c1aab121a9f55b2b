# error: service.py:14: env.RATE.config_map_key.own: is 'limit', which is none of config_maps; there are limits
# hint: did you mean 'limits'?
# error: service.py:15: env_from[0].own_config_map: is 'colours', which is none of config_maps; there are limits
# hint: write config_map="colours" for one that exists already
# error: service.py:16: volumes.a.config_map.own: is 'colours', which is none of config_maps; there are limits
# hint: write name="colours" for one that exists already
from chartgen import ConfigMap, ConfigMapKey, ConfigMapVolume, EnvFrom, Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"limits": ConfigMap(data={"rate": "7"})},
    env={"RATE": ConfigMapKey(own="limit", key="rate")},
    env_from=[EnvFrom(own_config_map="colours")],
    volumes={"a": Volume(config_map=ConfigMapVolume(own="colours"), mounts=["/a"])},
)

# error: service.py:13: env.RATE: needs exactly one of config_map and own
# error: service.py:14: env.PASSWORD: needs exactly one of secret and own
# error: service.py:16: env_from[0]: needs exactly one of config_map, secret, own_config_map and own_secret
# error: service.py:17: volumes.a.config_map: needs exactly one of name and own
from chartgen import ConfigMap, ConfigMapKey, ConfigMapVolume, EnvFrom, Image, SecretKey, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"limits": ConfigMap(data={"rate": "7"})},
    env={
        "RATE": ConfigMapKey(own="limits", config_map="other", key="rate"),
        "PASSWORD": SecretKey(key="password"),
    },
    env_from=[EnvFrom(config_map="other", own_config_map="limits")],
    volumes={"a": Volume(config_map=ConfigMapVolume(), mounts=["/a"])},
)

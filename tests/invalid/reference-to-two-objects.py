# error: service.py:14: env.RATE: needs exactly one of config_map and own
# error: service.py:15: env.PASSWORD: needs exactly one of secret and own
# error: service.py:21: tests.login.env.PASSWORD: needs exactly one of secret and own
# error: service.py:24: env_from[0]: needs exactly one of config_map, secret, own_config_map and own_secret
# error: service.py:25: volumes.a.config_map: needs exactly one of name and own
from chartgen import ConfigMap, ConfigMapKey, ConfigMapVolume, EnvFrom, HelmTest, Image, SecretKey, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"limits": ConfigMap(data={"rate": "7"})},
    env={
        "RATE": ConfigMapKey(own="limits", config_map="other", key="rate"),
        "PASSWORD": SecretKey(key="password"),
    },
    tests={
        "login": HelmTest(
            image="busybox@sha256:" + "0" * 64,
            command=["true"],
            env={"PASSWORD": SecretKey(key="password")},
        ),
    },
    env_from=[EnvFrom(config_map="other", own_config_map="limits")],
    volumes={"a": Volume(config_map=ConfigMapVolume(), mounts=["/a"])},
)

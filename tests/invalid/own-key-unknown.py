# error: service.py:13: env.RATE.config_map_key.key: is 'rates'; the keys of 'limits' are rate
# hint: did you mean 'rate'?
# error: service.py:18: volumes.a.config_map.items[0].key: is 'burst'; the keys of 'limits' are rate
# error: service.py:24: volumes.b.mounts[0].sub_path: is 'rates'; the keys of 'limits' are rate
# hint: did you mean 'rate'?
from chartgen import ConfigMap, ConfigMapKey, ConfigMapVolume, Image, Item, Mount, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"limits": ConfigMap(data={"rate": "7"})},
    env={"RATE": ConfigMapKey(own="limits", key="rates")},
    volumes={
        "a": Volume(
            config_map=ConfigMapVolume(
                own="limits",
                items=[Item(key="burst", path="burst")],
            ),
            mounts=["/a"],
        ),
        "b": Volume(
            config_map=ConfigMapVolume(own="limits"),
            mounts=[Mount(path="/b/rate", sub_path="rates")],
        ),
    },
)

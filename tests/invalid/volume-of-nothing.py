# error: service.py:8: volumes.cache: says not what it is made of
# hint: give it one of empty_dir, config_map, secret, claim, owned_claim, ephemeral, projected, downward_api, csi, secret_provider, nfs, iscsi, fc, host_path
from chartgen import Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={"cache": Volume(mounts=["/cache"])},
)

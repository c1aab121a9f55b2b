# error: service.py:9: volumes.data: says both config_map and secret
# hint: give it one of empty_dir, config_map, secret, claim, owned_claim, ephemeral, projected, downward_api, csi, secret_provider, nfs, iscsi, fc, host_path
from chartgen import Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    volumes={"data": Volume(mounts=["/data"], secret="a", config_map="b")},
)

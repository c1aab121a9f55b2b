# error: service.py:9: config_maps.blobs: holds 1048578 bytes; a ConfigMap takes 1048576 (1 MiB)
# hint: put large files into the image or a volume
from chartgen import ConfigMap, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={"blobs": ConfigMap(data={"a": "x" * (512 * 1024), "b": "x" * (512 * 1024)})},
)

# error: service.py:9: config: holds 1048580 bytes; a ConfigMap takes 1048576 (1 MiB)
# hint: put large files into the image or a volume
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config={"BLOB": "x" * (1024 * 1024)},
)

# error: service.py:8: manifests.extra: has the key 'kkkkkkkkkkkkkkkkkkkk'…, too long for YAML: 500 characters at most, 100 where they are not ASCII
from chartgen import Image, Service

service = Service(
    name="orders-api",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    manifests={"extra": {"apiVersion": "v1", "kind": "ConfigMap", "data": {"k" * 600: "x"}}},
)

# error: service.py:9: manifests.limits: is the same object as quota
from chartgen import Image, Service

QUOTA = {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "orders"}, "spec": {"hard": {"pods": "50"}}}

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    manifests={"quota": QUOTA, "limits": QUOTA},
)

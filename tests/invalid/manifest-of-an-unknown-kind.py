# error: service.py:8: manifests.db.kind: is Deploy of apps/v1, which Kubernetes 1.37 does not have
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    manifests={"db": {"apiVersion": "apps/v1", "kind": "Deploy", "metadata": {"name": "db"}}},
)

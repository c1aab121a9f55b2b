# error: service.py:9: manifests.db.dat: is a field that Kubernetes does not know
# hint: did you mean 'data'?
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    manifests={"db": {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "db"}, "dat": {"a": "b"}}},
)

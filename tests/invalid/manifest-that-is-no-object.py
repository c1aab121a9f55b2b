# error: service.py:9: manifests.db.apiVersion: is missing: a manifest is a whole object
# error: service.py:9: manifests.db.metadata.name: is missing: a manifest is a whole object with a name of its own
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    manifests={"db": {"kind": "ConfigMap", "data": {"a": "b"}}},
)

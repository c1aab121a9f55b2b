# error: service.py:9: manifests.db: is a Secret, and secrets have no place in a chart
# hint: keep it in a store and write external_secrets, or seal it and write sealed_secrets
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    manifests={"db": {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "db"}, "stringData": {"a": "b"}}},
)

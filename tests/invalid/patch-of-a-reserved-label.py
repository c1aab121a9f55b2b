# error: service.py:8: patches.Deployment.metadata.labels.app.kubernetes.io/name: is one that the chart or Helm prints itself
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    patches={"Deployment": {"metadata": {"labels": {"app.kubernetes.io/name": "orders"}}}},
)

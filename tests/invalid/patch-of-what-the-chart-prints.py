# error: service.py:11: patches.Deployment.metadata.name: is a field that the chart prints itself
# hint: say it by identity.objects
# error: service.py:11: patches.Deployment.spec.replicas: is a field that the chart prints itself
# hint: say it by replicas
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    patches={"Deployment": {"spec": {"replicas": 3}, "metadata": {"name": "orders"}}},
)

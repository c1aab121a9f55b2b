# error: service.py:9: patches.Rollout: is no object that this service has
# hint: it has Deployment, PodDisruptionBudget, Service, ServiceAccount
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    patches={"Rollout": {"spec": {"paused": True}}},
)

# error: service.py:10: rollout.strategy: goes with Deployment, and the kind is StatefulSet (kind at service.py:8)
# hint: take it out, or choose another kind
from chartgen import Image, Rollout, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    ports={"http": 8080},
    rollout=Rollout(strategy="Recreate", min_ready_seconds=5),
)

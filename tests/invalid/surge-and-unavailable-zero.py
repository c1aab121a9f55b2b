# error: service.py:9: rollout.max_surge: is 0, and so is max_unavailable: no pod could ever be replaced
# hint: write max_surge="25%"
from chartgen import Image, Rollout, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    rollout=Rollout(max_surge=0, max_unavailable="0%"),
)

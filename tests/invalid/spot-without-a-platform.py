# error: service.py:9: spot: needs platform.spot, which says how such nodes are told
# hint: write platform=Platform(spot="eks"), or "gke", "aks", "karpenter"; a preset, as a rule
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    spot="prefer",
)

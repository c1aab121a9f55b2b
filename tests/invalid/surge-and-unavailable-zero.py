from chartgen import Image, Rollout, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    rollout=Rollout(max_surge=0, max_unavailable="0%"),
)

# error: service.py:11: dependencies.redis.values.enabled: is what enabled says
# hint: write enabled=False beside values, and not in them
# error: service.py:12: dependencies.valkey.tags: names a tag twice
# hint: name each once
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "redis": Dependency(version="1.0.0", repository="https://charts.example.com", values={"enabled": False}),
        "valkey": Dependency(version="1.0.0", repository="https://charts.example.com", tags=["cache", "cache"]),
    },
)

# error: service.py:11: dependencies.redis.repository: is missing
# hint: write repository="https://charts.example.com"
# error: service.py:11: dependencies.redis.version: is missing
# hint: write version="1.4.2"
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "redis": Dependency(enabled=False),
    },
)

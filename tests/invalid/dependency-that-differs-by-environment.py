# error: service.py:14: dependencies.redis.tags: differs from what is said without an environment: a chart has one entry for it in Chart.yaml
# hint: say it once, for all environments
# error: service.py:14: dependencies.redis.version: differs from what is said without an environment: a chart has one entry for it in Chart.yaml
# hint: say it once, for all environments
from chartgen import Dependency, Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "redis": Dependency(version="1.0.0", repository="https://charts.example.com", values={"auth": {"user": "a"}, "port": 1}),
    },
    environments={
        "production": Overlay(dependencies={"redis": Dependency(version="2.0.0", tags=["cache"])}),
    },
)

# error: service.py:12: dependencies.redis.values.auth.user: is taken back, and Helm would take away with it what the dependency's own values.yaml says
# hint: say here what it is in this environment; or say it in the environments alone
from chartgen import Dependency, Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "redis": Dependency(version="1.0.0", repository="https://charts.example.com", values={"auth": {"user": "a"}, "port": 1}),
    },
    environments={
        "production": Overlay(dependencies={"redis": Dependency(values={"auth": {"user": None}})}),
    },
)

# error: service.py:9: dependencies.Redis_Cache: 'Redis_Cache' is no good name: must be lower-case letters, digits and dashes, with a letter first
# error: service.py:10: chart: must be a chart's name such as postgresql, not 'bitnami/redis'
from chartgen import Dependency, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    dependencies={
        "Redis_Cache": Dependency(version="1.0.0", repository="https://charts.example.com"),
        "redis": Dependency(chart="bitnami/redis", version="1.0.0", repository="https://charts.example.com"),
    },
)

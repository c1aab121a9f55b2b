# error: service.py:8: tests.smoke.image: is missing
from chartgen import HelmTest, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    tests={"smoke": HelmTest(http="/health")},
)

# error: service.py:8: image: must be an image by digest such as docker.io/library/busybox@sha256:…, not 'busybox:1.37'
from chartgen import HelmTest, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    tests={"smoke": HelmTest(image="busybox:1.37", http="/health")},
)

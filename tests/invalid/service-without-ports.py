# error: service.py:8: services.public: carries no port
# hint: write ports={"http": 8080}
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    services={"public": ServiceSpec(type="LoadBalancer")},
)

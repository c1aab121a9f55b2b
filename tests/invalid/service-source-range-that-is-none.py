# error: service.py:9: services.public.source_ranges[0]: is '10.0.0.1/8', which is no block of addresses
# hint: as 10.20.0.0/16
from chartgen import Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    services={"public": ServiceSpec(type="LoadBalancer", source_ranges=["10.0.0.1/8"])},
)

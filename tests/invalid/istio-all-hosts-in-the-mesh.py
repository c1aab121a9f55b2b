# error: service.py:9: virtual_services.public.hosts[0]: is all hosts, which Istio takes at gateways only
# hint: write gateways=["edge/public"]
from chartgen import Image, Service, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={"public": VirtualService(hosts=["*"])},
)

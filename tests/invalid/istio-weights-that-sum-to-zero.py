# error: service.py:8: virtual_services.public.http[0].route: has weights that sum to 0: every request would fail
from chartgen import Image, IstioHttp, IstioRoute, Service, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={"public": VirtualService(hosts=["orders"], http=[IstioHttp(route=[IstioRoute(weight=0)])])},
)

# error: service.py:10: virtual_services.public.http[0].redirect: stands beside route, rewrite or mirror, and answers itself
from chartgen import Image, IstioHttp, IstioRedirect, IstioRoute, Service, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={
        "public": VirtualService(
            hosts=["orders"], http=[IstioHttp(redirect=IstioRedirect(uri="/"), route=[IstioRoute()])]
        )
    },
)

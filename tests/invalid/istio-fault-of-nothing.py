# error: service.py:15: virtual_services.public.http[0].fault: says neither delay nor abort
# error: service.py:15: virtual_services.public.http[0].rewrite: says not what is replaced
# hint: state uri or authority
# error: service.py:15: virtual_services.public.http[1].redirect: says not what is replaced
# hint: state uri, authority, scheme or port
from chartgen import Fault, Image, IstioHttp, IstioRedirect, IstioRewrite, Service, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={
        "public": VirtualService(
            hosts=["orders"],
            http=[IstioHttp(fault=Fault(), rewrite=IstioRewrite()), IstioHttp(redirect=IstioRedirect())],
        )
    },
)

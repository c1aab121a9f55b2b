# error: service.py:11: virtual_services.public.http[0].mirror.component: names the component 'canary'; the components are none
# error: service.py:11: virtual_services.public.http[0].route[0].port: names the port 'grpc'; the ports are http
from chartgen import Destination, Image, IstioHttp, IstioRoute, Service, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={
        "public": VirtualService(
            hosts=["orders"], http=[IstioHttp(route=[IstioRoute(port="grpc")], mirror=Destination(component="canary"))]
        )
    },
)

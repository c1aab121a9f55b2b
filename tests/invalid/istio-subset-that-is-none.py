# error: service.py:8: virtual_services.public.http[0].route[0].subset: names the subset 'v2'; those of the DestinationRule are v1
from chartgen import DestinationRule, Image, IstioHttp, IstioRoute, Service, Subset, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={"public": VirtualService(hosts=["orders"], http=[IstioHttp(route=[IstioRoute(subset="v2")])])},
    destination_rules={"main": DestinationRule(subsets={"v1": Subset(labels={"version": "v1"})})},
)

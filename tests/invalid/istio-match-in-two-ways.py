# error: service.py:11: virtual_services.public.http[0].match[0].uri: needs exactly one of exact, prefix and regex
# error: service.py:11: virtual_services.public.http[0].match[1]: says nothing; leave match out for every request
from chartgen import Image, IstioHttp, IstioMatch, Service, StringMatch, VirtualService

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    virtual_services={
        "public": VirtualService(
            hosts=["orders"], http=[IstioHttp(match=[IstioMatch(uri=StringMatch(prefix="/", exact="/")), IstioMatch()])]
        )
    },
)

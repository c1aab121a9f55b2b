# error: service.py:10: routes.public.tls: has a certificate and no hosts that it is for
# hint: state hosts, or tls=None for plain HTTP
from chartgen import Expose, Image, Ingress, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=[])},
)

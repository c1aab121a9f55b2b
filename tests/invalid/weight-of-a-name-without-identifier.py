# error: service.py:10: routes.public.external_dns.aws_weight: needs set_identifier, which tells the records of one name apart
# hint: write set_identifier="blue"
from chartgen import Expose, ExternalDns, Image, Ingress, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], external_dns=ExternalDns(aws_weight=10))},
)

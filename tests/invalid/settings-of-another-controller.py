# error: service.py:10: routes.public.alb: is a setting of aws-alb, and the Ingress is ingress-nginx's
# hint: take one of the two away
from chartgen import Alb, Expose, Image, Ingress, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx", controller="ingress-nginx")),
    routes={"public": Route(hosts=["orders.example.com"], alb=Alb(scheme="internal"))},
)

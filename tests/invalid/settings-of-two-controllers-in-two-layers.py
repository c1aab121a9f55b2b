# error: service.py:10: routes.public.alb: is a setting of aws-alb, beside one of ingress-nginx: a route has one controller (expose.ingress.nginx at service.py:9)
# hint: take one of the two away
from chartgen import Alb, Expose, Image, Ingress, Nginx, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx", nginx=Nginx(app_root="/home"))),
    routes={"public": Route(hosts=["orders.example.com"], alb=Alb(scheme="internal"))},
)

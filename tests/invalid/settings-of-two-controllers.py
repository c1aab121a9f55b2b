# error: service.py:10: routes.public.nginx: is a setting of ingress-nginx, beside one of traefik: a route has one controller
# hint: take one of the two away
from chartgen import Expose, Image, Ingress, Nginx, Route, Service, Traefik

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], nginx=Nginx(app_root="/home"), traefik=Traefik(priority=7))},
)

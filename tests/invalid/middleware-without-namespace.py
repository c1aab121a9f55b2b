# error: service.py:10: routes.public.traefik.middlewares[0]: needs the namespace that it lies in
# hint: write Middleware("strip", namespace="edge")
from chartgen import Expose, Image, Ingress, Middleware, Route, Service, Traefik

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], traefik=Traefik(middlewares=[Middleware("strip")]))},
)

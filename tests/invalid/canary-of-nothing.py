# error: service.py:10: routes.public.nginx.canary: says not which requests it takes
# hint: write Canary(weight=10)
from chartgen import Canary, Expose, Image, Ingress, Nginx, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], nginx=Nginx(canary=Canary()))},
)

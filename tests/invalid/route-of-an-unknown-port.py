# error: service.py:9: routes.public.port: names the port 'admin'; the ports are http
from chartgen import Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["http-api"],
    routes={"public": Route(hosts=["orders.example.com"], port="admin")},
)

# error: service.py:10: routes.public.paths[0]: is a regular expression, which no Ingress has a type for, and only ingress-nginx a setting
# hint: write type="ImplementationSpecific", if your controller takes it so, or controller="ingress-nginx"
from chartgen import Expose, Image, Ingress, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={"public": Route(hosts=["orders.example.com"], paths=[Path(path="/o.*", type="RegularExpression")])},
)

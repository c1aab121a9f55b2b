# finding: CG701: service.py:13: routes.public.timeouts.request_seconds: is not printed: the Ingress names no controller
# hint: name the Ingress's controller; or write its annotation, and waive CG701 with that as the reason
from chartgen import Expose, Image, Ingress, Route, Service, Timeouts

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="traefik")),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            timeouts=Timeouts(request_seconds=30),
        ),
    },
)

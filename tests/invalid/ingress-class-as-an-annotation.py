# error: service.py:9: expose.ingress.annotations.kubernetes.io/ingress.class: was replaced by a field of the Ingress in Kubernetes 1.18
# hint: write expose=Expose(ingress=Ingress(class_name="internal"))
from chartgen import Expose, Image, Ingress, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx", annotations={"kubernetes.io/ingress.class": "internal"})),
    routes={"public": Route(hosts=["orders.example.com"], tls=None)},
)

# error: service.py:12: service: must be lower-case letters, digits and dashes, with a letter first, not 'erp.example.com'
from chartgen import Expose, Image, Ingress, Path, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx")),
    routes={
        "public": Route(
            hosts=["a.example.com"],
            paths=[Path(path="/", service="erp.example.com", port=80)],
        ),
    },
)

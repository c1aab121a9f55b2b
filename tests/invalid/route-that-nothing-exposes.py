# error: service.py:9: routes.public: no preset says what routes become
# hint: name a preset that has expose, or write expose=Expose(ingress=Ingress(class_name="nginx"))
from chartgen import Image, Route, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    routes={"public": Route(hosts=["orders.example.com"])},
)

# error: service.py:13: openshift_routes.public.alternate_backends[0]: leads to this service, whose ports have names, and the Route's port is a number (openshift_routes.public.port at service.py:12)
from chartgen import Component, Image, OpenShiftBackend, OpenShiftRoute, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    components={"worker": Component(ports={"http": 3000})},
    openshift_routes={
        "public": OpenShiftRoute(
            service="legacy",
            port=80,
            alternate_backends=[OpenShiftBackend(component="worker")],
        ),
    },
)

# error: service.py:11: openshift_routes.public.alternate_backends[1]: leads where another backend of the Route leads
# hint: add up their weights
from chartgen import Image, OpenShiftBackend, OpenShiftRoute, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    openshift_routes={
        "public": OpenShiftRoute(
            alternate_backends=[OpenShiftBackend(service="a"), OpenShiftBackend(service="a")],
        ),
    },
)

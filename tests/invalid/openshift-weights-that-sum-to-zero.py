# error: service.py:8: openshift_routes.public.weight: has weights that sum to 0: every request would fail with 503
from chartgen import Image, OpenShiftRoute, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    openshift_routes={"public": OpenShiftRoute(weight=0)},
)

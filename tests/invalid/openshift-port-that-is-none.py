# error: service.py:9: openshift_routes.public.alternate_backends[0].port: names the port 'http'; the ports are web
from chartgen import Component, Image, OpenShiftBackend, OpenShiftRoute, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    components={"canary": Component(ports={"web": 80})},
    openshift_routes={"public": OpenShiftRoute(alternate_backends=[OpenShiftBackend(component="canary")])},
)

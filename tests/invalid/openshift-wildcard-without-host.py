# error: service.py:11: openshift_routes.a.wildcard: needs a host, whose domain it takes
# hint: write host="www.apps.example.com"
# error: service.py:11: openshift_routes.b.host: begins with *., which a Route says otherwise
# hint: write wildcard=True
from chartgen import Image, OpenShiftRoute, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    openshift_routes={"a": OpenShiftRoute(wildcard=True), "b": OpenShiftRoute(host="*.apps.example.com")},
)

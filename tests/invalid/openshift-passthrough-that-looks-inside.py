# error: service.py:13: openshift_routes.public.path: can't be seen by a router that hands TLS through (openshift_routes.public.tls.termination at service.py:15)
# error: service.py:16: openshift_routes.public.tls.insecure_policy: is Allow; passthrough has None and Redirect (openshift_routes.public.tls.termination at service.py:15)
# error: service.py:17: openshift_routes.public.tls.external_certificate: is not used by a router that hands TLS through (openshift_routes.public.tls.termination at service.py:15)
# error: service.py:18: openshift_routes.public.tls.destination_ca_certificate: is for reencrypt alone: the router speaks no TLS with the pods (openshift_routes.public.tls.termination at service.py:15)
from chartgen import Image, OpenShiftRoute, OpenShiftTls, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    openshift_routes={
        "public": OpenShiftRoute(
            path="/orders",
            tls=OpenShiftTls(
                termination="passthrough",
                insecure_policy="Allow",
                external_certificate="x",
                destination_ca_certificate="-----BEGIN CERTIFICATE-----\n",
            ),
        )
    },
)

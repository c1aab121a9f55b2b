# error: service.py:9: pod_security_context.run_as_user: is 0, which run_as_non_root forbids
# hint: choose a user of 10001 or so
from chartgen import Image, PodSecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    pod_security_context=PodSecurityContext(run_as_user=0),
)

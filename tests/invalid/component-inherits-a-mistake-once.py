# error: service.py:9: pod_security_context.run_as_user: is 0, which run_as_non_root forbids
# hint: choose a user of 10001 or so
# error: service.py:10: components.worker.autoscaling.max_replicas: is 2, below min_replicas, which is 5
from chartgen import Autoscaling, Component, Image, PodSecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    pod_security_context=PodSecurityContext(run_as_user=0),
    components={"worker": Component(autoscaling=Autoscaling(min_replicas=5, max_replicas=2))},
)

# error: service.py:16: replica: no such field
# hint: did you mean 'replicas'?
# error: service.py:17: env.PORT.value: must be text, not 3000
# hint: write it as text: "3000"
# error: service.py:19: readiness.http.path: must be a path that starts with /, not 'ready'
# error: service.py:21: rollout.max_surge: is 0, and so is max_unavailable: no pod could ever be replaced
# hint: write max_surge="25%"
# error: service.py:23: replicas: must be a whole number, not 'two'
# error: service.py:24: autoscaling.max_replicas: is 3, below min_replicas, which is 9
from chartgen import Autoscaling, Image, Overlay, Probes, Rollout, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replica=3,
    env={"PORT": 3000},
    probes=Probes(
        readiness="ready",
    ),
    rollout=Rollout(max_surge=0),
    environments={
        "staging": Overlay(replicas="two"),
        "production": Overlay(autoscaling=Autoscaling(min_replicas=9, max_replicas=3)),
    },
)

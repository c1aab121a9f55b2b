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

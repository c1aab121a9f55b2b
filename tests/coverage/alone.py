"""Pods with users of their own, and what few Services and probes say."""

from chartgen import (
    Autoscaling,
    Component,
    ConfigMap,
    ContainerTargets,
    Grpc,
    Handler,
    HttpGet,
    Image,
    Lifecycle,
    LivenessProbe,
    Probes,
    ReadinessProbe,
    Service,
    Sidecar,
    StartupProbe,
)

HOOK = HttpGet(path="/hook", port="http", scheme="HTTPS", headers={"X-Hook": "yes"})

service = Service(
    name="alone",
    image=Image(repository="ghcr.io/acme/alone", tag="1.4.2", pull_secrets=["registry"]),
    ports={"grpc": 9000},
    probes=Probes(
        readiness=ReadinessProbe(grpc=Grpc(port="grpc", service="orders")),
        liveness=LivenessProbe(grpc=Grpc(port="grpc", service="orders")),
        startup=StartupProbe(grpc=Grpc(port="grpc", service="orders")),
    ),
    host_users=False,
    sidecars={"proxy": Sidecar(image=Image(repository="ghcr.io/acme/proxy", tag="1"))},
    autoscaling=Autoscaling(cpu=60, memory="200Mi", sidecars={"proxy": ContainerTargets(cpu=50, memory="100Mi")}),
    components={
        "worker": Component(
            replicas=2,
            ports={"http": 8080},
            autoscaling=Autoscaling(cpu="500m", memory="200Mi"),
            lifecycle=Lifecycle(post_start=Handler(http=HOOK), pre_stop=Handler(http=HOOK)),
        ),
        "sleeper": Component(lifecycle=Lifecycle(post_start=Handler(sleep=1))),
    },
    config_maps={"fixed": ConfigMap(data={"a": "b"}, immutable=True)},
)

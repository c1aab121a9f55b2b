"""Pods with users of their own, and what few Services and probes say."""

from chartgen import ConfigMap, Grpc, Image, LivenessProbe, Probes, ReadinessProbe, Service, StartupProbe

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
    config_maps={"fixed": ConfigMap(data={"a": "b"}, immutable=True)},
)

"""What a customer is about to buy: C#, HTTP, and a Valkey of its own that forgets nothing when it restarts."""

from chartgen import (
    ClaimTemplate,
    Component,
    Image,
    LivenessProbe,
    NetworkPolicy,
    PodSecurityContext,
    Probes,
    ProjectService,
    ReadinessProbe,
    Resources,
    Route,
    Service,
    StatefulSet,
    TcpSocket,
)

service = Service(
    name="cart",
    description="What a customer is about to buy.",
    owner="team-store",
    labels={"cost-centre": "store"},
    presets=["acme/api", "acme/public"],
    image=Image(
        repository="ghcr.io/acme/cart",
        tag="3.4.1",
        digest="sha256:3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c",
    ),
    routes={"public": Route(paths=["/api/cart"])},
    network_policy=NetworkPolicy(
        ingress=[ProjectService("checkout")],
        egress=[ProjectService("cart", component="valkey", port="valkey")],
    ),
    components={
        "valkey": Component(
            kind="StatefulSet",
            image=Image(
                repository="mirror.acme.example/valkey/valkey",
                tag="8.1.4",
                digest="sha256:4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d",
            ),
            args=["--appendonly", "yes", "--dir", "/data"],
            ports={"valkey": 6379},
            # A cart that is lost is a customer who is angry, not a customer who is gone: one copy, and a disk.
            replicas=1,
            stateful_set=StatefulSet(claims={"data": ClaimTemplate(size="5Gi", mounts=["/data"])}),
            pod_security_context=PodSecurityContext(fs_group=1000),
            probes=Probes(
                readiness=ReadinessProbe(exec=["valkey-cli", "ping"]),
                liveness=LivenessProbe(tcp=TcpSocket(port="valkey")),
            ),
            resources=Resources(cpu="100m", memory="512Mi"),
            network_policy=NetworkPolicy(ingress=[ProjectService("cart", port="valkey")]),
        ),
    },
)

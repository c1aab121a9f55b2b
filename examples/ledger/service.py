"""A ledger that keeps its own disk: three copies with names, one after another, each with its data."""

from chartgen import (
    ClaimTemplate,
    Image,
    LivenessProbe,
    NetworkPolicy,
    Overlay,
    Peer,
    PodSecurityContext,
    Probes,
    ReadinessProbe,
    Resources,
    Service,
    Shutdown,
    Spread,
    StatefulSet,
    TcpSocket,
)

service = Service(
    name="ledger",
    description="Keeps every booking, in order, on its own disks.",
    owner="team-payments",
    kind="StatefulSet",
    image=Image(repository="ghcr.io/acme/ledger", tag="5.0.2"),
    ports={"grpc": 9090, "raft": 7000, "metrics": 9100},
    replicas=3,
    stateful_set=StatefulSet(
        claims={"data": ClaimTemplate(size="20Gi", storage_class="fast", mounts=["/var/lib/ledger"])},
    ),
    probes=Probes(
        readiness=ReadinessProbe(tcp=TcpSocket(port="grpc")),
        liveness=LivenessProbe(tcp=TcpSocket(port="raft")),
        start_seconds=300,
    ),
    # A copy hands over its leadership before it stops.
    shutdown=Shutdown(drain_seconds=15, longest_request_seconds=60),
    # The disk belongs to the group that the process runs in.
    pod_security_context=PodSecurityContext(fs_group=10001),
    resources=Resources(cpu="500m", memory="1Gi"),
    network_policy=NetworkPolicy(
        ingress=[Peer("payment", port="grpc"), Peer("ledger", port="raft")],
        egress=[Peer("ledger", port="raft")],
    ),
    environments={
        "staging": Overlay(
            replicas=1,
            stateful_set=StatefulSet(when_deleted="Delete", when_scaled="Delete"),
        ),
        "production": Overlay(
            image=Image(
                tag="5.0.2",
                digest="sha256:0d5b36d8a4ac3b2c0f2be0f1f37f4f3a2c6df4f6b3c1c0a6cc2c2d5c9a7f1e42",
            ),
            # No two copies on one node, whatever it costs.
            spread=Spread(hosts="hard"),
        ),
    },
)

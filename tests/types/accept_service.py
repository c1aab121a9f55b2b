"""A whole service, in every shorthand."""

from chartgen import (
    Autoscaling, Cidr, ConfigMapKey, EnvVar, FieldRef, HttpGet, Image, Label, NetworkPolicy, Overlay, Path, Peer, Port,
    Probes, RateLimit, ReadinessProbe, Ref, Resources, Route, SecretKey, Service, Volume, Waiver,
)

COMMON = {"LOG_LEVEL": "info"}

service = Service(
    name="orders-api",
    description="Takes orders.",
    owner="team-orders",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    command=["/app"],
    args=["--port", "3000"],
    ports={"http": 3000, "metrics": Port(port=9090, service_port=9091)},
    config={"LOG_LEVEL": "info"},
    env={
        **COMMON,
        "URL": SecretKey(secret="orders-db", key="url"),
        "POD": FieldRef("metadata.name"),
        "SELF": Ref("$(POD).orders"),
        "MODE": ConfigMapKey(config_map="modes", key="mode"),
        "PLAIN": EnvVar(value="plain"),
    },
    labels={"tier": "front", "mesh": Label(value="in", pods=True)},
    probes=Probes(readiness="/health/ready", liveness=None),
    resources=Resources(cpu="250m", memory="512Mi"),
    routes={
        "public": Route(
            hosts=["orders.example.com"],
            paths=["/orders", Path(path="/health", type="Exact")],
            rate_limit=RateLimit(requests_per_second=10),
        ),
    },
    network_policy=NetworkPolicy(ingress=[Peer("gateway")], egress=[Peer("db", port=5432), Cidr("10.0.0.0/8")]),
    autoscaling=Autoscaling(min_replicas=3, max_replicas=30),
    waivers=[Waiver(rule="CG401", reason="a proof", owner="team-orders", until="2027-01-31")],
    environments={"staging": Overlay(replicas=2), "production": Overlay()},
)
probes = Probes(readiness=ReadinessProbe(http=HttpGet(path="/ready")))
volumes: dict[str, Volume | None] = {"cache": None}

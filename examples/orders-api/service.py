"""A web API with everything that production asks for: autoscaling, configuration, a Secret, TLS, a network policy."""

from chartgen import (
    Autoscaling,
    Image,
    NetworkPolicy,
    Overlay,
    Peer,
    Probes,
    RateLimit,
    Resources,
    Route,
    SecretKey,
    Service,
)

service = Service(
    name="orders-api",
    description="Takes orders over HTTP, keeps them in Postgres, tells Kafka.",
    owner="team-orders",
    presets=["http-api"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config={"LOG_LEVEL": "info", "KAFKA_BROKERS": "kafka.messaging:9092"},
    env={"DATABASE_URL": SecretKey(secret="orders-db", key="url")},
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
    resources=Resources(cpu="250m", memory="512Mi", memory_limit="1Gi"),
    routes={
        "public": Route(
            hosts=["orders.staging.example.com"],
            paths=["/orders"],
            rate_limit=RateLimit(requests_per_second=10),
        ),
    },
    network_policy=NetworkPolicy(
        ingress=[Peer("api-gateway")],
        egress=[
            Peer("orders-db", port=5432),
            Peer("payment-service", port=8080),
            Peer(namespace="messaging", port=9092),
        ],
    ),
    environments={
        "staging": Overlay(replicas=2),
        "production": Overlay(
            image=Image(
                tag="1.4.2",
                digest="sha256:6dd8ba5ab1ad1df3c1d1f0ed1d4b1cf2f33d2b6c8d5ce5ad8ed6c5d3f5f3b1aa",
            ),
            config={"LOG_LEVEL": "warning"},
            routes={"public": Route(hosts=["orders.example.com"])},
            autoscaling=Autoscaling(min_replicas=3, max_replicas=30),
        ),
    },
)

"""What was bought: Java, HTTP; Postgres, migrated before each upgrade; tells Kafka."""

from chartgen import (
    Component,
    ExternalSecret,
    Hook,
    Image,
    Job,
    NetworkPolicy,
    Peer,
    ProjectService,
    Route,
    SecretKey,
    Service,
)

DATABASE = Peer("orders-db", port=5432)

service = Service(
    name="orders",
    description="What was bought, and what became of it.",
    owner="team-purchase",
    labels={"cost-centre": "purchase"},
    presets=["acme/api", "acme/public"],
    image=Image(
        repository="ghcr.io/acme/orders",
        tag="6.1.0",
        digest="sha256:0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d",
    ),
    # The JVM.
    size="large",
    routes={"public": Route(paths=["/api/orders"])},
    config={"KAFKA_BROKERS": "kafka.messaging:9092", "KAFKA_TOPIC": "orders"},
    external_secrets={"db": ExternalSecret(data={"url": "shop/orders-db"})},
    env={"DATABASE_URL": SecretKey(own="db", key="url")},
    network_policy=NetworkPolicy(
        ingress=[ProjectService("checkout", port="http")],
        egress=[DATABASE, Peer(namespace="messaging", port=9092)],
    ),
    components={
        "migrate": Component(kind="Job", args=["migrate"], job=Job(hook=Hook())),
    },
)

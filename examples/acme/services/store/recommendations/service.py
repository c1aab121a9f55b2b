"""What else a customer may like: Python, gRPC, a model that is fetched before the first answer."""

from chartgen import (
    EmptyDir,
    Image,
    InitContainer,
    Mount,
    NetworkPolicy,
    Peer,
    Probes,
    ProjectService,
    Service,
    Volume,
)

service = Service(
    name="recommendations",
    description="What else a customer may like.",
    owner="team-store",
    labels={"cost-centre": "store"},
    presets=["acme/grpc"],
    image=Image(
        repository="ghcr.io/acme/recommendations",
        tag="1.22.0",
        digest="sha256:6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f",
    ),
    # The model needs the memory, and a minute to be loaded.
    size="large",
    probes=Probes(start_seconds=120),
    volumes={"model": Volume(mounts=[Mount(path="/model", read_only=True)], empty_dir=EmptyDir(size_limit="2Gi"))},
    init_containers={
        "model": InitContainer(args=["fetch-model", "/model"], mounts={"model": ["/model"]}),
    },
    network_policy=NetworkPolicy(
        ingress=[ProjectService("checkout", port="grpc")],
        egress=[ProjectService("catalogue", port="http"), Peer(namespace="models", port=9000)],
    ),
)

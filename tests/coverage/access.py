"""What the pods may do with the Kubernetes API."""

from chartgen import Binding, Grant, Image, Service

service = Service(
    name="access",
    image=Image(repository="ghcr.io/acme/access", tag="1.4.2"),
    labels={"team": "shop"},
    annotations={"example.com/contact": "shop"},
    grants=[
        Grant("secrets", names=["orders-db"], verbs=["get"]),
        Grant("deployments", verbs=["get", "list"]),
        Grant("nodes", verbs=["get"], cluster=True),
        Grant("/metrics", verbs=["get"], cluster=True),
    ],
    bindings=[Binding("view"), Binding("view", cluster=True)],
)

"""A model is frozen."""

from chartgen import Overlay, Service, Spec

service = Service(name="orders-api")
service.name = "other"  # refused
service.image.tag = "1.0.0"  # refused
service.environments["staging"] = Overlay()  # refused


def change(spec: Spec) -> None:
    spec.replicas = 3  # refused
    spec.ports["http"].port = 3000  # refused
    del spec.ports["http"]  # refused

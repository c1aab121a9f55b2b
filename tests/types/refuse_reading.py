"""What is not there can't be read, and what may be missing must be asked for first."""

from chartgen import Overlay, Service, Spec


def read(spec: Spec, service: Service, overlay: Overlay) -> None:
    spec.replica  # refused
    spec.autoscaling.min_replicas  # refused
    spec.presets  # refused
    overlay.environments  # refused
    service.ports["http"].port  # refused
    port: str = spec.ports["http"].port  # refused
    print(port)

"""What follows from a spec: which port is meant, how many copies always run, how long a stop may take."""

from collections.abc import Iterator, Mapping
from math import floor as round_down

from chartgen.models.base import written_out
from chartgen.models.monitoring import Monitor, Scrape
from chartgen.models.ports import Port
from chartgen.models.service import ContainerSpec, RunningSpec, Spec, WorkloadSpec
from chartgen.models.types import canonical
from chartgen.models.variables import SecretKey
from chartgen.models.volumes import Volume


def main_port(spec: RunningSpec, preferred: str = "http") -> str | None:
    """The port that is meant where none is named: the preferred one, else ``http``, else the first."""
    for name in (preferred, "http"):
        if name in spec.ports:
            return name
    return next(iter(spec.ports), None)


def service_port(name: str, port: Port) -> int:
    """The Service's port: as stated, 80 for ``http``, else the container's."""
    return port.service_port or (80 if name == "http" else port.port)


def floor(spec: WorkloadSpec) -> int:
    """The copies that always run: the autoscaler's minimum, else the replicas."""
    if spec.keda:
        return spec.keda.min_replicas if spec.keda.idle_replicas is None else spec.keda.idle_replicas
    return spec.autoscaling.min_replicas if spec.autoscaling else spec.replicas


def container_name(spec: WorkloadSpec, service: Spec) -> str:
    """The name of the workload's own container: as taken over, else the component's, else the service's."""
    if spec.identity and spec.identity.container:
        return spec.identity.container
    return next((name for name, component in service.components.items() if component is spec), service.name)


def memory_limit(spec: ContainerSpec) -> str | None:
    """The memory limit: as stated, else twice the request."""
    resources = spec.resources
    if resources.memory_limit or not resources.memory:
        return resources.memory_limit
    return doubled(resources.memory)


def doubled(quantity: str) -> str:
    """Twice a canonical quantity; itself where twice as much could not be written."""
    unit = quantity.lstrip("0123456789")
    try:
        return canonical(f"{2 * int(quantity.removesuffix(unit))}{unit}")
    except ValueError:
        return quantity


def grace_seconds(spec: WorkloadSpec) -> int:
    """Seconds from the decision to stop until SIGKILL: the drain, the longest request, and five more."""
    shutdown = spec.shutdown
    return shutdown.grace_seconds or shutdown.drain_seconds + shutdown.longest_request_seconds + 5


def main_route(spec: Spec) -> str | None:
    """The route that has the service's own object names: ``public``, else the first."""
    return "public" if "public" in spec.routes else next(iter(spec.routes), None)


def share(amount: int | str, of: int) -> int:
    """A number, or a percentage of a number, rounded down as Kubernetes does for what may be missing."""
    if isinstance(amount, int):
        return amount
    return round_down(int(amount.removesuffix("%")) * of / 100)


def pod_ports(spec: WorkloadSpec) -> Mapping[str, Port]:
    """The ports of a pod by name: the workload's own, then its sidecars'."""
    of_each = [spec.ports, *(sidecar.ports for sidecar in spec.sidecars.values())]
    return {name: port for ports in of_each for name, port in ports.items()}


def secrets_of(scrape: Scrape) -> dict[tuple[str, ...], SecretKey]:
    """What Prometheus reads of Secrets, by the field that says so."""
    tls, login = scrape.tls, scrape.basic_auth
    found = {
        ("bearer_token",): scrape.bearer_token,
        ("basic_auth", "username"): login and login.username,
        ("basic_auth", "password"): login and login.password,
        ("tls", "ca"): tls and tls.ca,
        ("tls", "certificate"): tls and tls.certificate,
        ("tls", "private_key"): tls and tls.private_key,
    }
    return {path: key for path, key in found.items() if key}


def scrapes(spec: WorkloadSpec, monitor: Monitor) -> Iterator[tuple[str, str | None, Scrape]]:
    """The pages of metrics: name, port and the rest; one with every default where none is stated."""
    ports = pod_ports(spec)
    stated = {name: scrape for name, scrape in monitor.endpoints.items() if scrape}
    for name, scrape in (stated or {"metrics": Scrape()}).items():
        by_name = next((port for port in (name, "metrics") if port in ports), None)
        yield name, scrape.port or by_name or main_port(spec), scrape


def monitor_kind(spec: WorkloadSpec, monitor: Monitor) -> str:
    """As stated, else a PodMonitor where a port is a sidecar's."""
    of_sidecars = any(port not in spec.ports for _, port, _ in scrapes(spec, monitor))
    return monitor.kind or ("PodMonitor" if of_sidecars else "ServiceMonitor")


def exclusive_volumes(spec: WorkloadSpec) -> list[str]:
    """Volumes that only one node, or one pod, can hold at a time."""
    return [name for name, volume in spec.volumes.items() if _is_exclusive(volume)]


def _is_exclusive(volume: Volume) -> bool:
    if volume.owned_claim:
        modes = volume.owned_claim.access_modes
    else:
        modes = [written_out(volume.claim).access_mode] if volume.claim else ["ReadWriteMany"]
    return all(mode in ("ReadWriteOnce", "ReadWriteOncePod") for mode in modes)


def strategy(spec: WorkloadSpec) -> str:
    """How a Deployment's new version replaces the old one: where it holds a disk alone, the old one goes first."""
    stated = "strategy" in spec.rollout.model_fields_set
    return "Recreate" if exclusive_volumes(spec) and not stated else spec.rollout.strategy


def fs_group(spec: WorkloadSpec) -> int | None:
    """The group that owns the files of volumes: as stated, else that of the process where it has a disk of its own."""
    own = spec.pod_security_context
    disks = spec.stateful_set.claims or any(one.owned_claim or one.ephemeral for one in spec.volumes.values())
    if own.fs_group is not None or not disks:
        return own.fs_group
    return own.run_as_user if own.run_as_group is None else own.run_as_group

"""What watches the pods: monitors."""

from collections.abc import Iterator

from chartgen.layering.facts import monitor_kind, pod_ports, scrapes, secrets_of
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close
from chartgen.models.monitoring import Scrape
from chartgen.models.service import WorkloadSpec
from chartgen.models.types import seconds
from chartgen.project.shapes import FieldPath


def monitor_finds_ports(spec: WorkloadSpec) -> Iterator[Problem]:
    """A page of metrics is on a port of the pod; a Service has the workload's own ports only."""
    monitor = spec.monitor
    if monitor is None:
        return
    ports = pod_ports(spec)
    for name, port, _ in scrapes(spec, monitor):
        path = ("monitor", "endpoints", name, "port")
        if port is None:
            yield Problem(("monitor",), "needs a port, and the workload has none", 'write ports={"metrics": 9090}')
        elif port not in ports:
            text = f"names the port {port!r}; the ports are {', '.join(ports) or 'none'}"
            yield Problem(path, text, close(port, list(ports)))
        elif port not in spec.ports and monitor_kind(spec, monitor) == "ServiceMonitor":
            text = f"is {port!r}, a port of a sidecar, which no Service has"
            yield Problem(path, text, 'write kind="PodMonitor"', also=(("monitor", "kind"),))


def target_labels_go_with_a_service(spec: WorkloadSpec) -> Iterator[Problem]:
    """Labels of the Service are known to a ServiceMonitor."""
    if spec.monitor and spec.monitor.target_labels and monitor_kind(spec, spec.monitor) == "PodMonitor":
        yield Problem(("monitor", "target_labels"), "goes with a ServiceMonitor", "write pod_target_labels")


def scrape_is_whole(spec: WorkloadSpec) -> Iterator[Problem]:
    """A scrape ends before the next, and has a certificate where TLS is spoken."""
    for name, scrape in (spec.monitor.endpoints if spec.monitor else {}).items():
        if scrape:
            yield from _scrape_problems(("monitor", "endpoints", name), scrape)
            yield from _login_problems(("monitor", "endpoints", name), scrape)
            yield from _too_far(spec, ("monitor", "endpoints", name), scrape)


def _login_problems(path: FieldPath, scrape: Scrape) -> Iterator[Problem]:
    for field, one in secrets_of(scrape).items():
        if (one.secret is None) == (one.own is None):
            yield Problem((*path, *field), "needs exactly one of secret and own")
    if scrape.bearer_token and scrape.basic_auth:
        yield Problem(path, "says both bearer_token and basic_auth")
    if scrape.tls and (scrape.tls.certificate is None) != (scrape.tls.private_key is None):
        yield Problem((*path, "tls"), "needs certificate and private_key together")


def _too_far(spec: WorkloadSpec, path: FieldPath, scrape: Scrape) -> Iterator[Problem]:
    """Prometheus reads Secrets of the monitor's namespace, where the chart's own are not."""
    for field, one in secrets_of(scrape).items():
        if one.own and spec.monitor and spec.monitor.namespace:
            text = f"is a Secret of the release's namespace, and the monitor lies in {spec.monitor.namespace}"
            hint = "name a Secret that is there: secret=…"
            yield Problem((*path, *field, "own"), text, hint, (("monitor", "namespace"),))


def _scrape_problems(path: FieldPath, scrape: Scrape) -> Iterator[Problem]:
    interval, timeout = scrape.interval, scrape.scrape_timeout
    for field, value in (("interval", interval), ("scrape_timeout", timeout)):
        if value is not None and seconds(value) == 0:
            yield Problem((*path, field), f"is {value!r}, and must be more than nothing")
    if interval and timeout and seconds(timeout) > seconds(interval) > 0:
        text = f"is {timeout}, above the interval {interval}; a scrape must end before the next"
        yield Problem((*path, "scrape_timeout"), text, also=((*path, "interval"),))
    if scrape.tls and scrape.scheme == "http":
        yield Problem((*path, "tls"), "goes with https", 'write scheme="https"', also=((*path, "scheme"),))
    for field in ("relabelings", "metric_relabelings"):
        for index, one in enumerate(getattr(scrape, field)):
            if one.action == "hashmod" and not (one.modulus and one.target_label):
                yield Problem((*path, field, index), "needs modulus and target_label with action 'hashmod'")
            if one.action in ("replace", "lowercase", "uppercase", "keepequal", "dropequal") and not one.target_label:
                yield Problem((*path, field, index), f"needs target_label with action {one.action!r}")

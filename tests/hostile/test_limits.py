"""Limits of Kubernetes that no single field has: taken at the limit, and refused one beyond it.

Those of fields are derived from the models, in ``test_mistakes``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.hostile.mutants import SERVICE
from tests.sizes import tried

ROUTED = f"{SERVICE}ports: {{http: 8080}}\nexpose: {{httpRoute: {{gateway: public}}}}\n"
INDEXED = f"{SERVICE.replace('replicas: 2', '')}kind: Job\njob: {{indexed: true, restartPolicy: Never"


def _named(kind: str, more: str = "") -> Callable[[int], str]:
    """A name that already runs: those that the chart makes itself are cut to fit."""
    text = SERVICE.replace("replicas: 2\n", "")
    return lambda size: f"{text}kind: {kind}\nidentity: {{name: {'a' * size}}}\n{more}"


def _stated(kind: str) -> Callable[[int], str]:
    return lambda size: f"{SERVICE}ports: {{http: 8080}}\nidentity: {{objects: {{{kind}: {'a' * size}}}}}\n"


def _config(size: int) -> str:
    """In Python, since a file of YAML is shorter."""
    image = 'Image(repository="ghcr.io/acme/orders-api", tag="1.4.2")'
    return f'from chartgen import *\nservice = Service(name="a", image={image}, config={{"A": "x" * {size - 1}}})'


def _annotations(size: int) -> str:
    return f"{SERVICE}annotations: {{a: '{'x' * (size // 2 - 1)}', b: '{'x' * (size - size // 2 - 1)}'}}"


def _hosts(size: int) -> str:
    return f"{ROUTED}routes: {{a: {{hosts: [{', '.join(f'a{n}.example.com' for n in range(size))}]}}}}"


def _paths(size: int) -> str:
    return f"{ROUTED}routes: {{a: {{hosts: [a.example.com], paths: [{', '.join(f'/a{n}' for n in range(size))}]}}}}"


LIMITS: dict[str, tuple[Callable[[int], str], int]] = {
    "name of a Deployment": (_named("Deployment"), 63),
    "name of a StatefulSet": (_named("StatefulSet", "ports: {http: 8080}"), 52),
    "name of a DaemonSet": (_named("DaemonSet"), 63),
    "name of a Job": (_named("Job"), 63),
    "name of a CronJob": (_named("CronJob", 'cronJob: {schedule: "0 1 * * *"}'), 52),
    "stated name of a Deployment": (_stated("Deployment"), 63),
    "stated name of a Service": (_stated("Service"), 63),
    "stated name of a ServiceAccount": (_stated("ServiceAccount"), 253),
    "bytes of a ConfigMap": (_config, 1024 * 1024),
    "bytes of annotations": (_annotations, 256 * 1024),
    "hosts of an HTTPRoute": (_hosts, 16),
    "paths of a route": (_paths, 64),
    "numbers of a Job": (lambda size: f"{INDEXED}, completions: {size}, backoffLimitPerIndex: 1}}", 100_000),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_limit_is_taken_and_one_more_is_refused(name: str, project: Path, run: Run) -> None:
    made, limit = LIMITS[name]

    statuses = {}
    for size in (limit, limit + 1):
        text = made(size)
        (project / f"service.{'py' if text.startswith('from') else 'yaml'}").write_text(text, encoding="utf-8")
        statuses[size], _, messages = run("generate", "-q", "--check")
        assert "Traceback" not in messages

    assert statuses == {limit: 3, limit + 1: 2}, messages
    tried("Limits of Kubernetes at N and N+1")

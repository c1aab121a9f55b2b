"""A service in a project, its chart, and a release of it that a test can look at."""

from collections.abc import Callable
from pathlib import Path

from tests.cluster.api import Api, Manifest
from tests.cluster.plane import until
from tests.cluster.pods import available
from tests.cluster.release import HELMS, Release
from tests.conftest import Run

SERVICE = """
from chartgen import *

service = Service(
    name="orders",
    image=Image(repository="ghcr.io/acme/orders", tag="1.4.2"),
    {said}
)
"""

Make = Callable[..., Release]

NOWHERE = 'node_selector={"example.com/node": "none-that-is-here"},'


def generate(said: str, project: Path, run: Run, *words: str) -> None:
    (project / "service.py").write_text(SERVICE.format(said=said), encoding="utf-8")
    status, _, messages = run("generate", *words)
    assert status == 0, messages


def release_of(said: str, project: Path, run: Run, kubeconfig: Path, namespace: str) -> Release:
    generate(said, project, run)
    return Release(HELMS[-1], kubeconfig, namespace, project / "chart")


def pods_are_there(api: Api, namespace: str, number: int) -> list[Manifest]:
    until(lambda: available(api.listed("Pod", namespace)) == number)
    return api.listed("Pod", namespace)


def becomes(api: Api, pod: Manifest, state: Manifest, **more: object) -> None:
    """As its kubelet would say it: its one container is in a state, and not ready."""
    [container] = pod["status"]["containerStatuses"]
    change = {**container, "ready": False, "started": False, "state": state, **more}
    conditions = [
        {**one, "status": "False"} if one["type"] in ("Ready", "ContainersReady") else one
        for one in pod["status"]["conditions"]
    ]
    status = {"containerStatuses": [change], "conditions": conditions}
    api.patch(pod, {"status": status}, pod["metadata"]["namespace"], "/status")

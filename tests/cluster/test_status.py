"""``chartgen status`` before a real API server."""

import json
import os
import re
import signal
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.api import Api
from tests.cluster.plane import until
from tests.cluster.release import Release
from tests.cluster.services import NOWHERE, becomes, generate, pods_are_there, release_of
from tests.conftest import Run

pytestmark = pytest.mark.cluster

CHARTGEN = Path(sysconfig.get_path("scripts")) / "chartgen"
SCALED = "autoscaling=Autoscaling(min_replicas=2, max_replicas=9),"
BUDGET = {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "orders"}}


@pytest.fixture
def release(project: Path, kubeconfig: Path, namespace: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> Release:
    """Two copies that are well, with a budget that has room."""
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig))
    release = release_of("replicas=2,", project, run, kubeconfig, namespace)
    release.install()
    return release


def room_is(api: Api, release: Release, number: int) -> None:
    until(lambda: api.get(BUDGET, release.namespace).get("status", {}).get("disruptionsAllowed") == number)


def seen(release: Release, run: Run) -> tuple[int, dict[str, Any]]:
    status, output, messages = run("status", ".", "-n", release.namespace, "--format", "json")
    assert messages == ""
    return status, json.loads(output)


def test_what_is_well(release: Release, run: Run, api: Api) -> None:
    room_is(api, release, 1)

    status, output, messages = run("status", ".", "-n", release.namespace)
    assert (status, messages) == (0, "")
    assert output.startswith(f"orders in {release.namespace}: healthy\n\nWORKLOAD")
    lines = [re.sub(" +", " ", line.strip()) for line in output.splitlines()]
    image = "ghcr.io/acme/orders:1.4.2"
    assert f"Deployment orders 2/2 2 copies updated and available {image} orders-0.1.0" in lines
    assert sum(bool(re.fullmatch(r"orders-\w+-\w+ 1/1 Running 0 \d+s node-\d", line)) for line in lines) == 2
    assert "orders 1 2 of 2 1" in lines


def test_the_same_for_programs(release: Release, run: Run, api: Api) -> None:
    room_is(api, release, 1)

    status, data = seen(release, run)
    assert (status, data["healthy"], data["unhealthy"], data["differences"]) == (0, True, [], [])
    [workload] = data["workloads"]
    assert (workload["kind"], workload["name"], workload["ready"], workload["wanted"]) == ("Deployment", "orders", 2, 2)
    assert [pod["phase"] for pod in workload["pods"]] == ["Running", "Running"]
    assert workload["budgets"] == [{"name": "orders", "allowed": 1, "healthy": 2, "needed": 1, "expected": 2}]


def test_the_autoscaler_and_what_keeps_it_from_counting(release: Release, run: Run, api: Api, project: Path) -> None:
    generate(SCALED, project, run, "--allow-breaking")
    release.upgrade()
    room_is(api, release, 1)
    until(lambda: seen(release, run)[1]["workloads"][0]["autoscalers"][0]["problem"])

    status, data = seen(release, run)
    [autoscaler] = data["workloads"][0]["autoscalers"]
    assert (autoscaler["least"], autoscaler["most"], autoscaler["now"]) == (2, 9, 2)
    assert autoscaler["metrics"][0].startswith("cpu ?/")
    assert "unable to get metrics for resource cpu" in autoscaler["problem"]
    assert [event["reason"] for event in data["events"] if event["about"].startswith("Horizontal")]
    assert status == 0


def test_nothing_is_there(release: Release, run: Run) -> None:
    release.uninstall()

    status, data = seen(release, run)
    assert (status, data["unhealthy"]) == (1, ["Deployment (main): is not there"])


def test_a_pod_that_no_node_takes(release: Release, run: Run, project: Path, api: Api) -> None:
    generate(f"replicas=2, {NOWHERE}", project, run)
    release.upgrade(wait=())
    until(lambda: len(api.listed("Pod", release.namespace)) == 3)
    until(lambda: any("no node takes" in text for text in seen(release, run)[1]["unhealthy"]))

    status, data = seen(release, run)
    assert status == 1
    assert data["unhealthy"][0] == "Deployment orders: 1 of 2 copies updated"
    assert "FailedScheduling" in {event["reason"] for event in data["events"]}


def test_more_than_five_restarts(release: Release, run: Run, api: Api) -> None:
    room_is(api, release, 1)
    pod, _ = pods_are_there(api, release.namespace, 2)
    [container] = pod["status"]["containerStatuses"]

    for restarts, expected in ((5, 0), (6, 1)):
        change = {"status": {"containerStatuses": [{**container, "restartCount": restarts}]}}
        api.patch(pod, change, release.namespace, "/status")
        assert seen(release, run)[0] == expected
    assert seen(release, run)[1]["unhealthy"] == [f"pod {pod['metadata']['name']}: 6 restarts"]


def test_a_budget_without_room(release: Release, run: Run, api: Api) -> None:
    api.patch(BUDGET, {"spec": {"maxUnavailable": 0}}, release.namespace)
    room_is(api, release, 0)

    status, data = seen(release, run)
    assert status == 1
    assert data["unhealthy"] == [
        "PodDisruptionBudget orders: has no room: 2 healthy, 2 needed, so that no node can be emptied"
    ]


def test_a_pod_that_is_not_ready(release: Release, run: Run, api: Api) -> None:
    pod, _ = pods_are_there(api, release.namespace, 2)
    becomes(api, pod, {"waiting": {"reason": "ImagePullBackOff", "message": "manifest unknown"}})
    until(lambda: seen(release, run)[0] == 1)

    until(lambda: len(seen(release, run)[1]["unhealthy"]) == 3)
    assert seen(release, run)[1]["unhealthy"] == [
        "Deployment orders: 1 of 2 copies available",
        "Deployment orders: the image ghcr.io/acme/orders:1.4.2 can't be pulled: manifest unknown",
        "PodDisruptionBudget orders: has no room: 1 healthy, 1 needed, so that no node can be emptied",
    ]
    assert {pod["phase"] for pod in seen(release, run)[1]["workloads"][0]["pods"]} == {"Running", "ImagePullBackOff"}


def test_another_version_than_the_chart_on_disk(release: Release, run: Run, api: Api, project: Path) -> None:
    room_is(api, release, 1)
    generate('version="0.2.0", replicas=2,', project, run)
    text = (project / "service.py").read_text(encoding="utf-8").replace("1.4.2", "1.5.0")
    (project / "service.py").write_text(text, encoding="utf-8")
    run("generate")

    status, data = seen(release, run)
    assert status == 0
    assert data["differences"] == [
        "Deployment is of orders-0.1.0, the chart on disk is orders-0.2.0",
        "Deployment runs ghcr.io/acme/orders:1.4.2, the chart on disk says ghcr.io/acme/orders:1.5.0",
    ]


def test_a_release_of_another_name(release: Release, run: Run) -> None:
    other = Release(release.helm, release.kubeconfig, release.namespace, release.chart, name="second")
    other.install()

    _, output, _ = run("status", ".", "-n", release.namespace, "--release", "second")
    assert output.startswith(f"second in {release.namespace}: ")
    assert "Deployment second-orders" in output
    assert not re.search(r"^orders-", output, re.MULTILINE)


def test_watching_says_what_changes_until_ctrl_c(release: Release, api: Api) -> None:
    room_is(api, release, 1)
    with subprocess.Popen(
        [CHARTGEN, "status", ".", "-n", release.namespace, "--watch", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["healthy"]
        api.patch(BUDGET, {"spec": {"maxUnavailable": 0}}, release.namespace)
        while json.loads(process.stdout.readline())["healthy"]:
            pass
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=20)
    assert (process.returncode, messages) == (130, "")

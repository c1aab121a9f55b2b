"""``chartgen wait`` before a real API server: what it takes for rolled out, and what it says where it is not."""

import os
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest

from tests.cluster.api import Api, Manifest
from tests.cluster.kubelet import kubelet
from tests.cluster.release import Release
from tests.cluster.services import NOWHERE, becomes, generate, pods_are_there, release_of
from tests.conftest import Run

pytestmark = pytest.mark.cluster

CHARTGEN = Path(sysconfig.get_path("scripts")) / "chartgen"
NO_WAIT: tuple[str, ...] = ()


@pytest.fixture
def release(project: Path, kubeconfig: Path, namespace: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> Release:
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig))
    return release_of("replicas=2,", project, run, kubeconfig, namespace)


def wait(release: Release, run: Run, *words: str) -> tuple[int, str, str]:
    return run("wait", ".", "-n", release.namespace, *words)


def test_it_waits_until_all_copies_are_there(release: Release, run: Run) -> None:
    release.install(wait=NO_WAIT)

    status, output, messages = wait(release, run, "--timeout", "1m")
    assert (status, messages) == (0, "")
    assert output.endswith("Deployment: 2 copies updated and available\norders is rolled out\n")


def test_it_begins_before_the_release_does(release: Release, run: Run, project: Path) -> None:
    words = [str(CHARTGEN), "wait", ".", "-n", release.namespace, "--timeout", "1m"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdout
        assert process.stdout.readline() == "Deployment: is not there yet\n"
        release.install(wait=NO_WAIT)
        assert process.stdout.read().endswith("orders is rolled out\n")
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (
            'kind="StatefulSet", replicas=2,',
            "StatefulSet: 2 copies updated and ready",
        ),
        ('kind="DaemonSet",', "DaemonSet: updated and available on 3 nodes"),
        ('kind="Job",', "Job: complete"),
        ('kind="CronJob", cron_job=CronJob(schedule="0 3 * * *"),', "CronJob: scheduled, 0 3 * * *"),
        (
            'replicas=2, components={"worker": Component(command=["/app/worker"], replicas=1)},',
            "Deployment of worker: 1 copy updated and available",
        ),
    ],
    ids=["StatefulSet", "DaemonSet", "Job", "CronJob", "components"],
)
def test_every_kind_of_workload(said: str, last: str, release: Release, run: Run, project: Path) -> None:
    generate(said, project, run, "--allow-breaking")
    release.install(wait=NO_WAIT)

    status, output, messages = wait(release, run, "--timeout", "1m")
    assert (status, messages) == (0, "")
    assert last in output.splitlines()


def test_a_pod_that_no_node_takes(release: Release, run: Run, project: Path) -> None:
    release.install()
    generate(f"replicas=2, {NOWHERE}", project, run)
    release.upgrade(wait=NO_WAIT)

    began = time.monotonic()
    status, _, messages = wait(release, run, "--timeout", "3s")
    assert time.monotonic() - began >= 3
    assert status == 1
    assert "error: orders is not rolled out after 3s: Deployment: 1 of 2 copies updated\n" in messages
    assert "Deployment: no node takes the pod: 0/3 nodes are available: 3 node(s) didn't match" in messages
    assert f"hint: helm rollback orders -n {release.namespace}, to go back to the version before\n" in messages


def test_a_quota_that_is_used_up(release: Release, run: Run, api: Api) -> None:
    quota = {
        "apiVersion": "v1",
        "kind": "ResourceQuota",
        "metadata": {"name": "few"},
        "spec": {"hard": {"pods": "1"}},
    }
    api.create(quota, release.namespace)
    release.install(wait=NO_WAIT)

    status, _, messages = wait(release, run, "--timeout", "3s")
    assert status == 1
    assert "Deployment: the API server refuses its pods: exceeded quota: few" in messages
    assert f"hint: kubectl describe resourcequota -n {release.namespace}" in messages


def test_a_quota_where_only_events_tell_it(release: Release, run: Run, api: Api, project: Path) -> None:
    quota = {
        "apiVersion": "v1",
        "kind": "ResourceQuota",
        "metadata": {"name": "none"},
        "spec": {"hard": {"pods": "0"}},
    }
    api.create(quota, release.namespace)
    generate('kind="DaemonSet",', project, run, "--allow-breaking")
    release.install(wait=NO_WAIT)

    status, _, messages = wait(release, run, "--timeout", "3s")
    assert status == 1
    assert "DaemonSet: the API server refuses its pods: exceeded quota: none" in messages


@pytest.mark.parametrize(
    ("state", "more", "text"),
    [
        (
            {"waiting": {"reason": "ImagePullBackOff", "message": "manifest unknown"}},
            {},
            "the image ghcr.io/acme/orders:1.4.2 can't be pulled: manifest unknown",
        ),
        (
            {"waiting": {"reason": "CrashLoopBackOff"}},
            {"restartCount": 3, "lastState": {"terminated": {"exitCode": 3}}},
            "the container orders ends with status 3 again and again",
        ),
        ({"running": {}}, {}, "the container orders runs but is not ready: a probe does not pass yet"),
    ],
    ids=["image", "crash", "probe"],
)
def test_what_a_kubelet_says(state: Manifest, more: Manifest, text: str, release: Release, run: Run, api: Api) -> None:
    release.install()
    for pod in pods_are_there(api, release.namespace, 2):
        becomes(api, pod, state, **more)

    status, _, messages = wait(release, run, "--timeout", "2s")
    assert status == 1
    assert f"Deployment: {text}" in messages


def test_the_last_lines_of_a_container_that_crashes(release: Release, run: Run, api: Api, project: Path) -> None:
    log = "".join(f"line {number}\n" for number in range(30)) + "no \x1b[31mdatabase\n"
    with kubelet(api, release.kubeconfig.parent / "certs", log) as asked:
        generate('replicas=1, node_selector={"test/logs": "yes"},', project, run)
        release.install(wait=NO_WAIT)
        [pod] = pods_are_there(api, release.namespace, 1)
        ended = {"terminated": {"exitCode": 3}}
        becomes(api, pod, {"waiting": {"reason": "CrashLoopBackOff"}}, restartCount=3, lastState=ended)

        status, _, messages = wait(release, run, "--timeout", "2s")
    name = pod["metadata"]["name"]
    assert status == 1
    assert "previous=true" in asked[0]
    assert "tailLines=10" in asked[0]
    assert f"status 3 again and again (pod {name})\n    line 21\n" in messages
    assert "    no \N{REPLACEMENT CHARACTER}[31mdatabase\n" in messages
    assert "line 20\n" not in messages
    assert f"hint: kubectl logs {name} -c orders --previous -n {release.namespace}, to read on\n" in messages


def test_a_failed_job_ends_it_at_once(release: Release, run: Run, api: Api, project: Path) -> None:
    generate(f'kind="Job", job=Job(deadline_seconds=1), {NOWHERE}', project, run, "--allow-breaking")
    release.install(wait=NO_WAIT)

    began = time.monotonic()
    status, _, messages = wait(release, run, "--timeout", "1m")
    assert time.monotonic() - began < 50
    assert status == 1
    assert messages.startswith("error: orders was not rolled out: Job: the Job failed: job was active longer than")


def test_the_progress_deadline_ends_it(release: Release, run: Run, project: Path, api: Api) -> None:
    generate(f"replicas=2, {NOWHERE}", project, run)
    release.install(wait=NO_WAIT)
    deployment = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "orders"}}
    api.patch(deployment, {"spec": {"progressDeadlineSeconds": 2}}, release.namespace)

    status, _, messages = wait(release, run, "--timeout", "1m")
    assert status == 1
    assert "nothing moved for 2 s, its progress deadline: 0 of 2 copies available" in messages


def test_ctrl_c_leaves_without_a_word(release: Release) -> None:
    with subprocess.Popen(
        [CHARTGEN, "wait", ".", "-n", release.namespace],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "Deployment: is not there yet\n"
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        _, messages = process.communicate(timeout=20)
    assert (process.returncode, messages) == (130, "")
    assert time.monotonic() - began < 10


def test_a_timeout_that_is_none(release: Release, run: Run) -> None:
    status, _, messages = wait(release, run, "--timeout", "soon")

    assert status == 2
    assert messages == "error: --timeout: 'soon' is not a length of time\nhint: --timeout 5m, or 90s, or 1h30m\n"


def test_the_client_is_imported_by_nobody_else(project: Path) -> None:
    code = (
        "import sys; from chartgen.cli.app import run; run(['wait', '--help']); sys.exit('kubernetes' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, env=os.environ, stdout=subprocess.DEVNULL)

    assert done.returncode == 0

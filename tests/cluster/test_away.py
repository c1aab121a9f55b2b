"""Watches that end, and an API server that goes away: on a control plane of its own, stopped and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, Timer

import pytest

from chartgen.cluster.client import ANSWER, Client, Listed
from chartgen.cluster.connection import Where, connect
from chartgen.cluster.errors import Gone, Unreachable
from chartgen.cluster.feed import Feed
from tests.cluster.api import Api
from tests.cluster.plane import must_be_built, running, until
from tests.cluster.services import release_of
from tests.conftest import Run

pytestmark = pytest.mark.cluster

DEPLOYMENT = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "orders"}}
HALTED = {"paused": True, "template": {"metadata": {"annotations": {"version": "next"}}}}
"""A new version that no copy gets."""


def pod(name: str) -> dict[str, object]:
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": name},
        "spec": {"containers": [{"name": "a", "image": "a"}]},
    }


class Server:
    """A kube-apiserver, by its process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        pids = (folder / "pids").read_text(encoding="utf-8").split()
        self._pid = next(int(pid) for pid in pids if b"kube-apiserver" in Path(f"/proc/{pid}/cmdline").read_bytes())
        self._started: list[subprocess.Popen[bytes]] = []

    def freeze(self) -> None:
        os.kill(self._pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.kill(self._pid, signal.SIGCONT)

    def restart(self, pause: float) -> None:
        """What it knows is etcd's, which goes on; of versions before it knows nothing any more."""
        words = Path(f"/proc/{self._pid}/cmdline").read_bytes().decode().strip("\0").split("\0")
        self.stop()
        time.sleep(pause)
        with (self._folder / "kube-apiserver.log").open("ab") as log:
            self._started.append(subprocess.Popen(words, cwd=self._folder, stdout=log, stderr=log))
        self._pid = self._started[-1].pid
        until(lambda: is_up(self._folder / "kubeconfig"))

    def stop(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        for process in self._started:
            process.wait()


@pytest.fixture(scope="module")
def plane(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    must_be_built()
    with running(tmp_path_factory.mktemp("away")) as file:
        yield file


@pytest.fixture(scope="module")
def server(plane: Path) -> Iterator[Server]:
    server = Server(plane.parent)
    yield server
    server.stop()


@pytest.fixture
def client(plane: Path) -> Client:
    return connect(Where(plane))


def names(feed: Feed, wanted: str) -> None:
    """Takes news until a pod is among them."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        news = feed.next(end - time.monotonic())
        if news and wanted in news.objects:
            return
    pytest.fail(f"{wanted} was never seen")


def test_a_version_that_is_too_old_is_told(client: Client, server: Server) -> None:
    server.restart(0)

    with pytest.raises(Gone):
        next(client.watch("Pod", "", "1"))


def test_a_watch_that_is_too_old_lists_anew(plane: Path, server: Server) -> None:
    server.restart(0)

    class Forgetful(Client):
        """Takes an old version for the last one, the first time."""

        times = 0

        def listed(self, kind: str, selector: str = "", seconds: float = ANSWER) -> Listed:
            listed = super().listed(kind, selector, seconds)
            self.times += 1
            return Listed(listed.items, "1") if self.times == 1 else listed

    client = Forgetful(connect(Where(plane))._api, "default")
    with Feed(client, [("Pod", "")]) as feed:
        feed.next(30)
        until(lambda: client.times > 1)
        until(lambda: Api.of(plane).create(pod("after-410")))  # the account of its namespace may not be there yet
        names(feed, "after-410")


def test_a_watch_that_the_server_ends_goes_on(client: Client, plane: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chartgen.cluster.client.WATCH", 1)
    with Feed(client, [("Pod", "")]) as feed:
        feed.next(10)
        time.sleep(3)
        Api.of(plane).create(pod("after-the-end"))
        names(feed, "after-the-end")


def test_a_server_that_is_frozen_and_thawed(client: Client, plane: Path, server: Server) -> None:
    with Feed(client, [("Pod", "")]) as feed:
        feed.next(10)
        server.freeze()
        Timer(2, server.thaw).start()
        time.sleep(2.5)
        Api.of(plane).create(pod("after-the-thaw"))
        names(feed, "after-the-thaw")


def test_a_server_that_is_started_again(client: Client, plane: Path, server: Server) -> None:
    with Feed(client, [("Pod", "")]) as feed:
        feed.next(10)
        server.restart(2)
        Api.of(plane).create(pod("after-the-start"))
        names(feed, "after-the-start")


def is_up(plane: Path) -> bool:
    try:
        return bool(Api.of(plane).ask("GET", "/api/v1/nodes")["items"])
    except OSError:
        return False


def test_wait_goes_on_when_the_server_is_back(
    plane: Path, server: Server, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUBECONFIG", str(plane))
    release = release_of("replicas=1,", project, run, plane, "default")
    release.install()
    Api.of(plane).patch(DEPLOYMENT, {"spec": {"replicas": 2, **HALTED}}, "default")

    def away_and_back() -> None:
        time.sleep(1)
        server.restart(2)
        Api.of(plane).patch(DEPLOYMENT, {"spec": {"paused": False}}, "default")

    thread = Thread(target=away_and_back)
    thread.start()
    status, output, messages = run("wait", ".", "--timeout", "4m")
    thread.join()
    assert (status, messages) == (0, "")
    assert "; trying again\n" in output
    assert output.endswith("Deployment: 2 copies updated and available\norders is rolled out\n")


def test_a_server_that_freezes_does_not_make_the_time_longer(
    plane: Path, server: Server, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the two seconds in which it could still say why."""
    monkeypatch.setenv("KUBECONFIG", str(plane))
    release = release_of("replicas=1,", project, run, plane, "kube-public")
    release.install()
    Api.of(plane).patch(DEPLOYMENT, {"spec": HALTED}, "kube-public")
    freeze = Timer(2, server.freeze)
    freeze.start()
    began = time.monotonic()
    try:
        status, _, messages = run("wait", ".", "-n", "kube-public", "--timeout", "4s")
    finally:
        freeze.join()
        server.thaw()
    assert 4 <= time.monotonic() - began < 4 + ANSWER
    assert status == 1
    assert "Deployment: 0 of 1 copy updated, and the rollout is paused\n" in messages


def test_a_server_that_stays_away_is_no_reason_to_wait_longer(client: Client, server: Server) -> None:
    server.freeze()
    began = time.monotonic()
    try:
        with Feed(client, [("Pod", "")]) as feed:
            assert feed.next(1.5) is None
    finally:
        server.thaw()
    assert 1.5 <= time.monotonic() - began < 3


def test_nobody_answers(client: Client, plane: Path) -> None:
    lost = Client(client._api, "default")
    lost._api.configuration.host = "https://127.0.0.1:1"

    with pytest.raises(Unreachable, match="does not answer"):
        lost.listed("Pod")

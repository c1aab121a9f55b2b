"""Which cluster is meant, as kubectl has it; and what is said where there is none."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from chartgen.cluster import connection
from chartgen.cluster.connection import Where, connect
from chartgen.cluster.errors import NoCluster
from tests.conftest import Run


def config(folder: Path, name: str, *, current: bool = False, namespace: str = "", **user: Any) -> Path:
    """A kubeconfig of one cluster."""
    file = folder / f"{name}.yaml"
    said = {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": name, "cluster": {"server": f"https://{name}.example.com"}}],
        "users": [{"name": "me", "user": user or {"token": f"token-of-{name}"}}],
        "contexts": [{"name": name, "context": {"cluster": name, "user": "me", "namespace": namespace}}],
        **({"current-context": name} if current else {}),
    }
    file.write_text(json.dumps(said), encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No cluster that the machine knows."""
    for name in ("KUBECONFIG", "KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def server(where: Where) -> str:
    return str(connect(where)._api.configuration.host)


def token(where: Where) -> str:
    return connect(where)._headers()["authorization"]


def test_several_files_are_one_and_the_first_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [config(tmp_path, "staging"), config(tmp_path, "live", current=True), config(tmp_path, "dev", current=True)]
    monkeypatch.setenv("KUBECONFIG", os.pathsep.join(["", str(tmp_path / "missing.yaml"), *map(str, files)]))

    assert server(Where()) == "https://live.example.com"
    assert server(Where(context="dev")) == "https://dev.example.com"
    assert token(Where()) == "Bearer token-of-staging"


def test_a_file_that_is_named_is_the_only_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", str(config(tmp_path, "live", current=True)))

    assert server(Where(kubeconfig=config(tmp_path, "dev", current=True))) == "https://dev.example.com"


def test_the_file_at_home_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "home" / ".kube").mkdir(parents=True)
    config(tmp_path, "dev", current=True).rename(tmp_path / "home" / ".kube" / "config")

    assert server(Where()) == "https://dev.example.com"


def test_the_namespace_is_the_contexts_unless_one_is_named(tmp_path: Path) -> None:
    file = config(tmp_path, "dev", current=True, namespace="shop")

    assert connect(Where(file)).namespace == "shop"
    assert connect(Where(file, namespace="other")).namespace == "other"
    assert connect(Where(config(tmp_path, "live", current=True))).namespace == "default"


def test_relative_paths_are_meant_from_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text("from-the-file", encoding="utf-8")
    file = config(tmp_path, "dev", current=True, tokenFile="token")
    monkeypatch.chdir("/")

    assert token(Where(file)) == "Bearer from-the-file"


def test_a_pod_asks_its_own_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {"token": "of-the-pod", "ca.crt": "a certificate", "namespace": "shop\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(connection, "POD_FILES", tmp_path)
    monkeypatch.setenv("KUBERNETES_SERVICE_HOST", "10.96.0.1")
    monkeypatch.setenv("KUBERNETES_SERVICE_PORT", "443")
    made: list[Any] = []
    monkeypatch.setattr(connection, "_client", lambda *said: made.append(said))

    connect(Where())
    [(settings, namespace)] = made
    assert (settings.host, settings.ssl_ca_cert, namespace) == (
        "https://10.96.0.1:443",
        str(tmp_path / "ca.crt"),
        "shop",
    )
    assert settings.auth_settings()["BearerToken"]["value"].lower() == "bearer of-the-pod"


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (None, Where(), "there is no cluster: no kubeconfig, and this is no pod of one"),
        (None, Where(kubeconfig=Path("gone.yaml")), "gone.yaml: there is no such kubeconfig"),
        ("{", Where(kubeconfig=Path("here.yaml")), "here.yaml: the kubeconfig can't be read"),
        ("[1]", Where(kubeconfig=Path("here.yaml")), "here.yaml: this is no kubeconfig"),
        ("", Where(kubeconfig=Path("here.yaml")), "the kubeconfig names no cluster that can be used"),
        ("{contexts: [{name: a}]}", Where(kubeconfig=Path("here.yaml")), "names no cluster that can be used"),
        ("{contexts: [{name: a}]}", Where(Path("here.yaml"), "a"), "names no cluster that can be used"),
        ("{contexts: [{name: a}]}", Where(Path("here.yaml"), "b"), "the kubeconfig has no context 'b'"),
    ],
)
def test_no_cluster(text: str | None, where: Where, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if text is not None:
        Path("here.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(NoCluster) as problem:
        connect(where)
    assert said in str(problem.value)


@pytest.mark.parametrize("command", ["status", "wait"])
def test_no_cluster_ends_with_a_hint(command: str, project: Path, run: Run) -> None:
    assert run("new", "orders")[0] == 0

    status, output, messages = run(command, "orders")
    assert (status, output) == (4, "")
    assert messages == (
        "error: there is no cluster: no kubeconfig, and this is no pod of one\n"
        "hint: --kubeconfig FILE, or KUBECONFIG; kubectl cluster-info shows whether kubectl finds one\n"
    )


@pytest.mark.parametrize("command", ["status", "wait"])
def test_without_the_extra_there_is_a_line_to_type(
    command: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "find_spec", lambda _: None)
    assert run("new", "orders")[0] == 0

    status, _, messages = run(command, "orders")
    assert status == 4
    assert messages.endswith("hint: pip install 'chartgen[cluster]'\n")


@pytest.mark.cli
@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        ('echo "log in first" >&2; exit 1', "the kubeconfig's log-in failed: exec: process returned 1. log in first"),
        ("echo no json", "the kubeconfig's log-in failed: exec: failed to decode process output"),
        (None, "the kubeconfig's log-in failed: [Errno 2] No such file or directory: "),
    ],
)
def test_a_plugin_that_fails_is_no_reason_to_go_on_as_nobody(plugin: str | None, said: str, tmp_path: Path) -> None:
    api = "client.authentication.k8s.io/v1"
    login = {"apiVersion": api, "command": "./log-in", "interactiveMode": "Never"}
    file = config(tmp_path, "dev", current=True, exec=login)
    if plugin is not None:
        (tmp_path / "log-in").write_text(f"#!/bin/sh\n{plugin}\n", encoding="utf-8")
        (tmp_path / "log-in").chmod(0o755)

    with pytest.raises(NoCluster) as problem:
        connect(Where(file))
    assert str(problem.value).startswith(said)


@pytest.mark.cli
def test_a_plugin_of_the_kubeconfigs_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    api = "client.authentication.k8s.io/v1"
    answer = json.dumps({"apiVersion": api, "kind": "ExecCredential", "status": {"token": "of-today"}})
    (tmp_path / "log-in").write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    (tmp_path / "log-in").chmod(0o755)
    login = {"apiVersion": api, "command": "./log-in", "interactiveMode": "Never"}
    file = config(tmp_path, "dev", current=True, exec=login)
    monkeypatch.chdir("/")

    assert token(Where(file)) == "Bearer of-today"


def test_nobody_listens_there(project: Path, run: Run) -> None:
    assert run("new", "orders")[0] == 0
    config(project, "dev", current=True)
    said = (project / "dev.yaml").read_text(encoding="utf-8").replace("dev.example.com", "127.0.0.1:1")
    (project / "dev.yaml").write_text(said, encoding="utf-8")

    for command in ("status", "wait"):
        status, _, messages = run(command, "orders", "--kubeconfig", "dev.yaml")
        assert status == 4
        assert "error: the API server https://127.0.0.1:1 does not answer: " in messages

"""Charts that a chart depends on: real Helms fetch them, and chartgen renders with what is there."""

import functools
import http.server
import json
import os
import re
import ssl
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from chartgen import yamlio
from chartgen.helm import Embedded, Engine, Process, RenderFailed
from tests.conftest import Run
from tests.helms import PROGRAMS, present

pytestmark = pytest.mark.helm

SERVICE = """
from chartgen import Dependency, Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={{"http": 3000}},
    dependencies={{{dependencies}}},
    environments={{"staging": Overlay(), "production": Overlay({overlay})}},
)
"""
LOCAL = 'version="1.0.0", repository="file://../relay"'
AWAY = 'version="20.1.0", repository="https://charts.example.com"'
CONFIG_MAP = """
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
data:
  port: {{ .Values.port | quote }}
  host: {{ .Values.upstream.host | quote }}
"""


def write(folder: Path, dependencies: str, overlay: str = "") -> None:
    (folder / "service.py").write_text(SERVICE.format(dependencies=dependencies, overlay=overlay))


@pytest.fixture(autouse=True)
def relay(project: Path) -> Path:
    """A small chart beside the service file."""
    return chart(project / "relay", "1.0.0")


def chart(folder: Path, version: str) -> Path:
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "Chart.yaml").write_text(f"apiVersion: v2\nname: relay\nversion: {version}\n")
    (folder / "values.yaml").write_text("port: 1\nupstream: {host: nowhere}\n")
    (folder / "templates" / "config.yaml").write_text(CONFIG_MAP)
    return folder


def archive(folder: Path, into: Path) -> Path:
    """A chart as Helm packs it."""
    version = re.findall("version: (.*)", (folder / "Chart.yaml").read_text())[0]
    into.mkdir(parents=True, exist_ok=True)
    path = into / f"relay-{version}.tgz"
    with tarfile.open(path, "w:gz") as file:
        file.add(folder, arcname="relay")
    return path


@pytest.fixture(params=[name for name in present() if PROGRAMS[name]])
def program(request: pytest.FixtureRequest) -> Process:
    """Each Helm that fetches in turn."""
    return Process(str(PROGRAMS[request.param]))


def helm(engine: Process, folder: Path, *words: str) -> None:
    """Helm with a home of its own: it knows no repository."""
    homes = {f"HELM_{name}_HOME": str(folder / f".helm-{name}") for name in ("CACHE", "CONFIG", "DATA")}
    subprocess.run([engine.name, *words], check=True, capture_output=True, env={**os.environ, **homes})


def rendered(run: Run, environment: str, engine: Engine, *words: str) -> dict[str, Any]:
    """The manifests of the dependency, by name."""
    choice = [] if isinstance(engine, Embedded) else ["--helm", engine.name]
    status, text, messages = run("render", ".", "-e", environment, *choice, *words)
    assert (status, messages) == (0, "")
    return {one["metadata"]["name"]: one["data"] for one in yamlio.read_manifests(text) if one["kind"] == "ConfigMap"}


def checked(run: Run, engine: Engine) -> tuple[int, str, str]:
    return run("check", *([] if isinstance(engine, Embedded) else ["--helm", engine.name]))


@pytest.mark.parametrize("command", ["build", "update"])
def test_exact_versions_are_locked_as_helm_locks_them(command: str, project: Path, run: Run, program: Process) -> None:
    write(project, f'"audit": Dependency(chart="relay", {LOCAL}, tags=["a", "b"]), "relay": Dependency({LOCAL})')
    assert run("generate")[0] == 0

    lock = (project / "chart" / "Chart.lock").read_bytes()
    helm(program, project, "dependency", command, "chart")
    assert (project / "chart" / "Chart.lock").read_bytes() == lock
    assert sorted(path.name for path in (project / "chart" / "charts").iterdir()) == [
        "chartgen-library",
        "relay-1.0.0.tgz",
    ]
    assert run("generate", "--check")[0] == 0
    assert checked(run, program)[0] == 0
    assert set(rendered(run, "staging", program)) == {"orders-api-audit", "orders-api-relay"}


def test_a_range_is_locked_by_helm_alone(project: Path, run: Run, program: Process) -> None:
    write(project, '"relay": Dependency(version="^1.0.0 || >=3, <4", repository="file://../relay")')
    assert run("generate")[0] == 0
    assert not (project / "chart" / "Chart.lock").exists()

    helm(program, project, "dependency", "build", "chart")
    lock = (project / "chart" / "Chart.lock").read_bytes()
    assert run("generate", "--check")[0] == 0
    assert run("generate")[0] == 0
    assert (project / "chart" / "Chart.lock").read_bytes() == lock
    assert set(rendered(run, "staging", program)) == {"orders-api-relay"}


def test_from_a_range_to_a_version_and_back_nothing_counts_as_edited_by_hand(
    project: Path, run: Run, program: Process
) -> None:
    write(project, '"relay": Dependency(version="1.x", repository="file://../relay")')
    assert run("generate")[0] == 0
    helm(program, project, "dependency", "update", "chart")

    write(project, f'"relay": Dependency({LOCAL})')
    assert run("generate")[0] == 0
    helm(program, project, "dependency", "build", "chart")
    write(project, '"relay": Dependency(version="1.x", repository="file://../relay")')
    assert run("generate")[0] == 0
    assert not (project / "chart" / "Chart.lock").exists()


VERSIONS = [
    "1",
    "v1.0",
    "1.0.x",
    "*",
    "~1.0",
    "~>1.0.0",
    "^1",
    "1.0 - 1.4",
    ">=0.9.0-0 <2",
    ">= 1, != 1.2.3",
    "=1.0.0 || 2",
]


@pytest.mark.parametrize("version", VERSIONS)
def test_helm_takes_the_ranges_that_are_accepted(version: str, project: Path, run: Run, program: Process) -> None:
    write(project, f'"relay": Dependency(version="{version}", repository="file://../relay")')

    assert run("generate")[0] == 0
    helm(program, project, "dependency", "build", "chart")


def test_values_reach_the_chart_under_its_key_and_an_environment_says_what_differs(
    project: Path, run: Run, engine: Engine
) -> None:
    dependency = f'"audit": Dependency(chart="relay", {LOCAL}, values={{"port": 7, "upstream": {{"host": "erp"}}}})'
    write(project, dependency, 'dependencies={"audit": Dependency(values={"upstream": {"host": "live"}})}')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert rendered(run, "staging", engine) == {"orders-api-audit": {"port": "7", "host": "erp"}}
    assert rendered(run, "production", engine) == {"orders-api-audit": {"port": "7", "host": "live"}}
    delta = yamlio.read((project / "chart" / "values-production.yaml").read_text(), "").data
    assert delta == {"environment": "production", "audit": {"upstream": {"host": "live"}}}


def test_what_only_one_environment_has_is_switched_off_in_the_others(project: Path, run: Run, engine: Engine) -> None:
    write(project, "", f'dependencies={{"relay": Dependency({LOCAL}, values={{"port": 7}})}}')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert rendered(run, "staging", engine) == {}
    assert rendered(run, "production", engine) == {"orders-api-relay": {"port": "7", "host": "nowhere"}}


def test_what_an_environment_takes_back_is_switched_off_there(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"relay": Dependency({LOCAL}, values={{"port": 7}})', 'dependencies={"relay": None}')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert set(rendered(run, "staging", engine)) == {"orders-api-relay"}
    assert rendered(run, "production", engine) == {}


def test_tags_switch_what_does_not_say_enabled(project: Path, run: Run, engine: Engine) -> None:
    audit = f'"audit": Dependency(chart="relay", {LOCAL}, tags=["watching"])'
    write(project, f'{audit}, "relay": Dependency({LOCAL}, tags=["watching"], enabled=True)')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert set(rendered(run, "staging", engine)) == {"orders-api-audit", "orders-api-relay"}
    assert set(rendered(run, "staging", engine, "--set", "tags.watching=false")) == {"orders-api-relay"}
    assert set(rendered(run, "staging", engine, "--set", "audit.enabled=false")) == {"orders-api-relay"}


def test_nothing_breaks_where_what_is_missing_is_disabled(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"redis": Dependency({AWAY}, enabled=False), "relay": Dependency({LOCAL})')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert set(rendered(run, "staging", engine)) == {"orders-api-relay"}
    assert checked(run, engine) == (0, "1 chart checked: all is well\n", "")


def test_helm_itself_refuses_a_chart_that_lacks_what_is_disabled(project: Path, run: Run, program: Process) -> None:
    write(project, f'"redis": Dependency({AWAY}, enabled=False)')
    assert run("generate")[0] == 0

    with pytest.raises(RenderFailed, match=r"missing in charts/ directory: redis"):
        program.render(project / "chart", release="r", kube_version="1.37.0")


MISSING = "relay 1.0.0 is enabled, and not in chart/charts"


def test_what_is_enabled_and_missing_is_one_clear_error(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"relay": Dependency({LOCAL}, enabled=False)', 'dependencies={"relay": Dependency(enabled=True)}')
    assert run("generate")[0] == 0
    choice = [] if isinstance(engine, Embedded) else ["--helm", engine.name]

    for words in (["-e", "production"], ["-e", "staging", "--set", "a.b=1,relay.enabled=true"]):
        status, output, messages = run("render", ".", *words, *choice)
        assert (status, output) == (4, "")
        assert messages == f"error: {MISSING}\nhint: helm dependency update chart\n"
    text = f"error: chart: values-production.yaml: {MISSING}: helm dependency update chart\n"
    assert checked(run, engine) == (2, "1 chart checked: 1 invalid\n", text)


def test_an_archive_of_another_version_counts_as_missing(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"relay": Dependency({LOCAL}, enabled=False)', 'dependencies={"relay": Dependency(enabled=True)}')
    assert run("generate")[0] == 0
    archive(chart(project / "old" / "relay", "0.9.0"), project / "chart" / "charts")

    assert rendered(run, "staging", engine) == {}
    text = f"error: chart: values-production.yaml: {MISSING}: helm dependency update chart\n"
    assert checked(run, engine) == (2, "1 chart checked: 1 invalid\n", text)


def test_archives_that_were_fetched_outlive_a_generation(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"relay": Dependency({LOCAL})')
    assert run("generate")[0] == 0
    fetched = archive(project / "relay", project / "chart" / "charts")

    write(project, f'"relay": Dependency({LOCAL}, values={{"port": 9}})')
    assert run("generate")[0] == 0
    assert fetched.exists()
    assert rendered(run, "staging", engine) == {"orders-api-relay": {"port": "9", "host": "nowhere"}}


def test_the_schema_admits_a_dependency_and_asks_for_true_or_false(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"relay": Dependency({LOCAL})')
    assert run("generate")[0] == 0
    archive(project / "relay", project / "chart" / "charts")

    assert rendered(run, "staging", engine, "--set", "relay.port=8")["orders-api-relay"]["port"] == "8"
    status, _, messages = run("render", ".", "--set", "relay.enabled=perhaps")
    assert status == 4
    assert "relay" in messages


def test_explain_needs_no_archive(project: Path, run: Run, engine: Engine) -> None:
    write(project, f'"audit": Dependency(chart="relay", {LOCAL}, values={{"port": 7}})')
    choice = [] if isinstance(engine, Embedded) else ["--helm", engine.name]

    assert run("explain", ".", "Deployment/spec.replicas", "-e", "staging", *choice)[0] == 0
    status, text, _ = run("explain", ".", "audit.port", "-e", "staging")
    assert status == 0
    assert "dependencies.audit.values.port = 7" in text


@pytest.fixture
def repository(project: Path, relay: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A chart repository on this machine, with a certificate that Go trusts."""
    folder = project / "repository"
    packed = archive(relay, folder)
    entry = {
        "name": "relay",
        "version": "1.0.0",
        "digest": sha256(packed.read_bytes()).hexdigest(),
        "urls": [packed.name],
    }
    (folder / "index.yaml").write_text(json.dumps({"apiVersion": "v1", "entries": {"relay": [entry]}}))
    key, certificate = project / "key.pem", project / "certificate.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *words.split(" "), *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the base class has it
        """Nothing."""


@pytest.mark.parametrize("version", ["1.0.0", "^1"])
def test_update_fetches_from_a_repository_that_helm_does_not_know(
    version: str, repository: str, project: Path, run: Run, program: Process
) -> None:
    write(project, f'"audit": Dependency(chart="relay", version="{version}", repository="{repository}")')
    assert run("generate")[0] == 0

    for _ in range(2):
        helm(program, project, "dependency", "update", "chart")
        assert run("generate", "--check")[0] == 0
    assert set(rendered(run, "staging", program)) == {"orders-api-audit"}


def test_build_takes_a_version_from_a_repository_that_helm_knows(
    repository: str, project: Path, run: Run, program: Process
) -> None:
    write(project, f'"relay": Dependency(version="1.0.0", repository="{repository}")')
    assert run("generate")[0] == 0

    helm(program, project, "repo", "add", "acme", repository)
    helm(program, project, "dependency", "build", "chart")
    assert run("generate", "--check")[0] == 0

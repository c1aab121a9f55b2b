"""What ``helm test`` runs beside the connection test."""

import shutil
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from chartgen import (
    Component,
    ConnectionTest,
    HelmTest,
    HttpCheck,
    NetworkPolicy,
    Ref,
    SecretKey,
)
from tests.absent import absent
from tests.manifests.rendering import DIGEST, manifests_of

IMAGE = f"docker.io/library/busybox@{DIGEST}"


def container_of(test: HelmTest, **said: Any) -> dict[str, Any]:
    job = manifests_of(tests={"smoke": test}, **said)["Job orders-api-test-smoke"]
    container: dict[str, Any] = job["spec"]["template"]["spec"]["containers"][0]
    return container


def test_a_page_is_asked_for_and_its_status_compared() -> None:
    ports = {"http": 3000, "admin": 9000}
    default = container_of(HelmTest(image=IMAGE, http="/health"), ports=ports)
    guarded = container_of(HelmTest(image=IMAGE, http=HttpCheck(path="/", port="admin", status=401)), ports=ports)

    assert default["command"][:2] == ["sh", "-c"]
    assert default["command"][3:] == ["http://orders-api:80/health", "200"]
    assert guarded["command"][3:] == ["http://orders-api:9000/", "401"]


def test_a_command_runs_with_its_variables() -> None:
    test = HelmTest(
        image=IMAGE,
        command=["/bin/check", "--quick", "{{ .Release.Name }}"],
        env={
            "HOST": "orders-api",
            "TOKEN": SecretKey(secret="check", key="token"),
            "URL": Ref("http://$(HOST)/"),
        },
        memory="128Mi",
        timeout_seconds=300,
    )
    found = manifests_of(tests={"smoke": test})["Job"]
    container = found["spec"]["template"]["spec"]["containers"][0]

    assert container["command"] == ["/bin/check", "--quick", "{{ .Release.Name }}"]
    assert container["env"] == [
        {"name": "HOST", "value": "orders-api"},
        {"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "check", "key": "token"}}},
        {"name": "URL", "value": "http://$(HOST)/"},
    ]
    assert container["resources"]["limits"] == {"memory": "128Mi"}
    assert found["spec"]["activeDeadlineSeconds"] == 300


def test_each_test_is_a_hook_of_its_own_without_rights() -> None:
    tests = {name: HelmTest(image=IMAGE, http="/") for name in ("smoke", "login")}
    found = manifests_of(tests=tests, connection_test=ConnectionTest(image=IMAGE))

    for name in ("smoke", "login", "connection"):
        job = found[f"Job orders-api-test-{name}"]
        pod = job["spec"]["template"]
        assert job["metadata"]["annotations"]["helm.sh/hook"] == "test"
        assert pod["metadata"]["labels"]["app.kubernetes.io/component"] == "test"
        assert pod["spec"]["automountServiceAccountToken"] is False
        assert pod["spec"]["securityContext"]["runAsNonRoot"] is True
        assert pod["spec"]["containers"][0]["securityContext"]["capabilities"] == {"drop": ["ALL"]}


def test_a_command_may_write_to_tmp_alone() -> None:
    pod = manifests_of(tests={"smoke": HelmTest(image=IMAGE, command=["/bin/check"])})["Job"]["spec"]["template"][
        "spec"
    ]

    assert pod["volumes"] == [{"name": "tmp", "emptyDir": {"sizeLimit": "64Mi"}}]
    assert pod["containers"][0]["volumeMounts"] == [{"name": "tmp", "mountPath": "/tmp"}]  # noqa: S108 - in the container
    assert pod["containers"][0]["securityContext"]["readOnlyRootFilesystem"] is True


@pytest.mark.parametrize("connection", [None, ConnectionTest(image=IMAGE)])
def test_every_policy_of_the_chart_lets_tests_in_on_its_ports(connection: ConnectionTest | None) -> None:
    found = manifests_of(
        tests={"smoke": HelmTest(image=IMAGE, http="/")},
        connection_test=connection,
        network_policy=NetworkPolicy(),
        ports={"http": 3000, "admin": 9000},
        components={"feed": Component(ports={"grpc": 9090}), "worker": Component()},
    )
    labels = found["Job orders-api-test-smoke"]["spec"]["template"]["metadata"]["labels"]

    for name, ports in (("orders-api", ["admin", "http"]), ("orders-api-feed", ["grpc"])):
        (rule,) = found[f"NetworkPolicy {name}"]["spec"]["ingress"]
        assert rule["from"][0]["podSelector"]["matchLabels"].items() <= labels.items()
        assert [port["port"] for port in rule["ports"]] == ports
    assert "ingress" not in found["NetworkPolicy orders-api-worker"]["spec"]


def test_tests_go_on_where_a_policy_leaves_ingress_open() -> None:
    found = manifests_of(tests={"smoke": HelmTest(image=IMAGE, http="/")}, network_policy=NetworkPolicy(ingress=None))

    assert "ingress" not in found["NetworkPolicy"]["spec"]


class _Guarded(BaseHTTPRequestHandler):
    """Answers 200 at /, 401 elsewhere."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 401)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that it has above
        pass


@pytest.mark.cli
def test_the_check_of_a_page_ends_well_when_the_status_is_right_and_badly_otherwise() -> None:
    if not shutil.which("wget"):
        absent("there is no wget; install Debian's package wget")
    shell, flag, script, *_ = container_of(HelmTest(image=IMAGE, http="/"))["command"]
    server = HTTPServer(("127.0.0.1", 0), _Guarded)
    Thread(target=server.serve_forever, daemon=True).start()
    ends = {}
    for path, status in (("/", "200"), ("/", "401"), ("/x", "401"), ("/x", "200")):
        url = f"http://127.0.0.1:{server.server_port}{path}"
        run = subprocess.run([shell, flag, script, url, status], check=False, capture_output=True, text=True)
        ends[path, status] = (run.returncode, "HTTP/1.0" in run.stdout)
    server.shutdown()
    server.server_close()

    assert ends == {
        ("/", "200"): (0, True),
        ("/", "401"): (1, True),
        ("/x", "401"): (0, True),
        ("/x", "200"): (1, True),
    }

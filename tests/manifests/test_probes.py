"""Ports, probes and shutdown in the manifests."""

import pytest

from chartgen import (
    Grpc,
    Handler,
    HttpGet,
    Lifecycle,
    LivenessProbe,
    Port,
    Probes,
    ReadinessProbe,
    ServiceSpec,
    Shutdown,
)
from tests.manifests.rendering import container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm


def test_the_http_port_is_80_of_the_service_and_others_keep_their_number() -> None:
    ports = {"http": 3000, "metrics": 9090, "grpc": Port(port=50051, service_port=443, app_protocol="grpc")}

    assert manifests_of(ports=ports)["Service"]["spec"]["ports"] == [
        {"name": "grpc", "port": 443, "targetPort": "grpc", "protocol": "TCP", "appProtocol": "grpc"},
        {"name": "http", "port": 80, "targetPort": "http", "protocol": "TCP"},
        {"name": "metrics", "port": 9090, "targetPort": "metrics", "protocol": "TCP"},
    ]


def test_a_workload_without_ports_has_no_service_and_no_probe() -> None:
    found = manifests_of(ports={"http": None})

    assert "Service" not in found
    assert "readinessProbe" not in found["Deployment"]["spec"]["template"]["spec"]["containers"][0]


def test_the_services_own_settings() -> None:
    spec = ServiceSpec(
        annotations={"a": "b"},
        publish_not_ready_addresses=True,
        internal_traffic_policy="Local",
        session_affinity="ClientIP",
    )
    service = manifests_of(service=spec)["Service"]

    assert service["metadata"]["annotations"] == {"a": "b"}
    assert service["spec"]["publishNotReadyAddresses"] is True
    assert (service["spec"]["internalTrafficPolicy"], service["spec"]["sessionAffinity"]) == ("Local", "ClientIP")


def test_without_a_path_readiness_is_a_connection_and_there_is_no_liveness() -> None:
    container = container_of()

    assert container["readinessProbe"]["tcpSocket"] == {"port": "http"}
    assert container.keys().isdisjoint({"livenessProbe", "startupProbe"})


def test_all_three_probes_come_from_one_statement() -> None:
    container = container_of(probes=Probes(readiness="/ready", liveness="/live", start_seconds=92))

    assert container["readinessProbe"]["httpGet"] == {"path": "/ready", "port": "http"}
    assert container["livenessProbe"]["httpGet"] == {"path": "/live", "port": "http"}
    assert container["startupProbe"]["httpGet"] == {"path": "/live", "port": "http"}
    assert container["startupProbe"]["failureThreshold"] == 19


def test_probes_by_grpc_and_exec_and_with_headers_and_scheme() -> None:
    get = HttpGet(path="/ready", scheme="HTTPS", headers={"X-Probe": "1"})
    probes = Probes(
        readiness=ReadinessProbe(http=get, success_threshold=2, initial_delay_seconds=5),
        liveness=LivenessProbe(grpc=Grpc(service="orders")),
    )
    container = container_of(ports={"http": 3000, "grpc": 50051}, probes=probes)

    assert container["livenessProbe"]["grpc"] == {"port": 50051, "service": "orders"}
    assert container["readinessProbe"]["httpGet"] == {
        "path": "/ready",
        "port": "http",
        "scheme": "HTTPS",
        "httpHeaders": [{"name": "X-Probe", "value": "1"}],
    }
    assert (container["readinessProbe"]["successThreshold"], container["readinessProbe"]["initialDelaySeconds"]) == (
        2,
        5,
    )
    asked = container_of(probes=Probes(readiness=ReadinessProbe(exec=["pg_isready"])))["readinessProbe"]
    assert asked["exec"] == {"command": ["pg_isready"]}


def test_the_drain_and_the_grace_period_follow_from_the_shutdown() -> None:
    pod = pod_of(shutdown=Shutdown(drain_seconds=15, longest_request_seconds=100))

    assert pod["containers"][0]["lifecycle"] == {"preStop": {"sleep": {"seconds": 15}}}
    assert pod["terminationGracePeriodSeconds"] == 120
    assert "lifecycle" not in container_of(shutdown=Shutdown(drain_seconds=0))


def test_hooks_of_the_containers_own() -> None:
    hooks = Lifecycle(post_start=Handler(http="/warm"), pre_stop=Handler(exec=["drain"]))

    assert container_of(lifecycle=hooks)["lifecycle"] == {
        "postStart": {"httpGet": {"path": "/warm", "port": "http"}},
        "preStop": {"exec": {"command": ["drain"]}},
    }

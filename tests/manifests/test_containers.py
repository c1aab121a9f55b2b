"""Containers beside the workload's own."""

from typing import Any

import pytest

from chartgen import (
    Component,
    EmptyDir,
    Image,
    InitContainer,
    Mount,
    Overlay,
    Probes,
    Resources,
    SecretKey,
    SecurityContext,
    Sidecar,
    Volume,
)
from tests.manifests.rendering import manifests_of, pod_of

pytestmark = pytest.mark.helm

PROXY = Image(repository="ghcr.io/acme/proxy", tag="1.0.0", pull_secrets=["proxy-registry"])


def test_sidecars_start_first_and_keep_running_then_init_containers_in_their_order() -> None:
    pod = pod_of(
        sidecars={"proxy": Sidecar(image=PROXY)},
        init_containers={"wait": InitContainer(command=["/wait"]), "copy": InitContainer(args=["copy"])},
    )

    assert [(one["name"], one.get("restartPolicy")) for one in pod["initContainers"]] == [
        ("proxy", "Always"),
        ("wait", None),
        ("copy", None),
    ]
    assert [one["name"] for one in pod["containers"]] == ["orders-api"]


def test_a_further_container_runs_the_workloads_image_unless_it_has_its_own() -> None:
    pod = pod_of(sidecars={"proxy": Sidecar(image=PROXY)}, init_containers={"wait": InitContainer()})

    images = {one["name"]: one["image"] for one in pod["initContainers"]}
    assert images == {"proxy": "ghcr.io/acme/proxy:1.0.0", "wait": "ghcr.io/acme/orders-api:1.4.2"}
    assert pod["imagePullSecrets"] == [{"name": "proxy-registry"}]


def test_a_tag_of_the_deployment_reaches_init_containers_and_components() -> None:
    found = manifests_of(
        sets=["image.tag=2.0.0"],
        init_containers={"wait": InitContainer()},
        components={"worker": Component(init_containers={"wait": InitContainer()})},
    )

    for name in ("orders-api", "orders-api-worker"):
        pod = found[f"Deployment {name}"]["spec"]["template"]["spec"]
        assert pod["initContainers"][0]["image"] == "ghcr.io/acme/orders-api:2.0.0"


def test_a_sidecar_has_an_environment_ports_probes_resources_and_security_of_its_own() -> None:
    [proxy] = pod_of(
        config={"LOG_LEVEL": "info"},
        sidecars={
            "proxy": Sidecar(
                image=PROXY,
                env={"TOKEN_FILE": "/run/token", "KEY": SecretKey(secret="proxy", key="key")},
                ports={"admin": 9901},
                probes=Probes(readiness="/ready", liveness="/live"),
                resources=Resources(cpu="50m", memory="64Mi"),
                security_context=SecurityContext(run_as_user=101),
                working_dir="/srv",
                termination_message_policy="FallbackToLogsOnError",
            )
        },
    )["initContainers"]

    assert [one["name"] for one in proxy["env"]] == ["KEY", "TOKEN_FILE"]
    assert "envFrom" not in proxy
    assert proxy["ports"] == [{"name": "admin", "containerPort": 9901, "protocol": "TCP"}]
    assert proxy["readinessProbe"]["httpGet"] == {"path": "/ready", "port": "admin"}
    assert proxy["startupProbe"]["httpGet"] == {"path": "/live", "port": "admin"}
    assert proxy["resources"]["limits"]["memory"] == "128Mi"
    assert proxy["securityContext"]["runAsUser"] == 101
    assert (proxy["workingDir"], proxy["terminationMessagePolicy"]) == ("/srv", "FallbackToLogsOnError")


def test_containers_share_volumes_each_at_its_own_place() -> None:
    shared = Volume(empty_dir=EmptyDir(), mounts=["/shared"])
    pod = pod_of(
        volumes={"shared": shared},
        init_containers={
            "copy": InitContainer(mounts={"shared": [Mount(path="/out", sub_path="a")], "tmp": ["/scratch"]})
        },
    )

    assert pod["initContainers"][0]["volumeMounts"] == [
        {"name": "shared", "mountPath": "/out", "subPath": "a"},
        {"name": "tmp", "mountPath": "/scratch"},
    ]
    assert {"name": "shared", "mountPath": "/shared"} in pod["containers"][0]["volumeMounts"]


def test_a_sidecar_of_below_is_taken_back_by_none() -> None:
    said: dict[str, Any] = {
        "sidecars": {"proxy": Sidecar(image=PROXY)},
        "environments": {"staging": Overlay(sidecars={"proxy": None})},
    }

    pod = manifests_of("staging", **said)["Deployment"]["spec"]["template"]["spec"]
    assert "initContainers" not in pod

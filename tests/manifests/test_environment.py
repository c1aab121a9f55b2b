"""The process and its environment in the manifests."""

from typing import Any

import pytest

from chartgen import (
    ConfigFile,
    EnvFrom,
    FieldRef,
    Ref,
    ResourceField,
)
from tests.manifests.rendering import container_of, manifests_of

pytestmark = pytest.mark.helm


def test_command_arguments_and_working_folder() -> None:
    container = container_of(command=["serve"], args=["--port", "3000"], working_dir="/srv")

    assert (container["command"], container["args"], container["workingDir"]) == (["serve"], ["--port", "3000"], "/srv")


def test_variables_that_refer_to_others_come_after_them() -> None:
    env = {"A_URL": Ref("http://$(Z_HOST)"), "Z_HOST": "db", "COST": "5$(x)"}

    assert container_of(env=env)["env"] == [
        {"name": "COST", "value": "5$$(x)"},
        {"name": "Z_HOST", "value": "db"},
        {"name": "A_URL", "value": "http://$(Z_HOST)"},
    ]


def test_variables_from_the_pod_and_its_resources() -> None:
    env = {"NODE": FieldRef("spec.nodeName"), "MEMORY": ResourceField("limits.memory", divisor="1Mi")}

    assert [entry["valueFrom"] for entry in container_of(env=env)["env"]] == [
        {"resourceFieldRef": {"resource": "limits.memory", "divisor": "1Mi"}},
        {"fieldRef": {"apiVersion": "v1", "fieldPath": "spec.nodeName"}},
    ]


def test_whole_config_maps_and_secrets_come_after_the_charts_own() -> None:
    sources = [EnvFrom(config_map="shared", prefix="S_"), EnvFrom(secret="orders", optional=True)]

    assert container_of(config={"A": "1"}, env_from=sources)["envFrom"] == [
        {"configMapRef": {"name": "orders-api-config"}},
        {"prefix": "S_", "configMapRef": {"name": "shared"}},
        {"secretRef": {"name": "orders", "optional": True}},
    ]


def test_a_change_of_the_configuration_rolls_the_pods_and_nothing_else_does() -> None:
    def template(**said: Any) -> Any:
        return manifests_of(**said)["Deployment"]["spec"]["template"]

    before = template(config={"A": "1"})
    assert template(config={"A": "2"}) != before
    assert template(config={"A": "1"}, version="9.9.9", description="x", labels={"team": "a"}, replicas=7) == before


def test_files_are_mounted_from_a_config_map_of_the_chart() -> None:
    files = {"site.conf": ConfigFile(content="listen 80;\n\n", mount_path="/etc/nginx/site.conf")}
    found = manifests_of(config_files=files)

    assert found["ConfigMap orders-api-files"]["data"] == {"site.conf": "listen 80;\n\n"}
    mounts = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]["volumeMounts"]
    assert {
        "name": "config-files",
        "mountPath": "/etc/nginx/site.conf",
        "subPath": "site.conf",
        "readOnly": True,
    } in mounts

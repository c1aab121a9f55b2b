"""Custom resources are held against their CRDs: what an API server would drop in silence is told."""

import json
from copy import deepcopy
from typing import Any

import jsonschema_rs
import pytest

from chartgen.schemas.custom import defaults, schema
from chartgen.schemas.kubernetes import problems
from tools.crds import FOLDER, SOURCES

INDEX = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))

SCALED_OBJECT: dict[str, Any] = {
    "apiVersion": "keda.sh/v1alpha1",
    "kind": "ScaledObject",
    "metadata": {"name": "orders-worker", "labels": {"a": "b"}},
    "spec": {
        "scaleTargetRef": {"name": "orders-worker"},
        "triggers": [{"type": "kafka", "metadata": {"topic": "orders"}}],
    },
}
HTTP_ROUTE: dict[str, Any] = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "HTTPRoute",
    "metadata": {"name": "orders-api"},
    "spec": {"parentRefs": [{"name": "public"}], "rules": [{"backendRefs": [{"name": "orders-api", "port": 80}]}]},
}


def changed(manifest: dict[str, Any], *path: str | int, value: Any) -> dict[str, Any]:
    made = deepcopy(manifest)
    node: Any = made
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return made


@pytest.mark.parametrize("version", ["1.30", "1.37"])
@pytest.mark.parametrize("manifest", [SCALED_OBJECT, HTTP_ROUTE])
def test_what_is_right_passes(manifest: dict[str, Any], version: str) -> None:
    assert list(problems(manifest, version)) == []


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        (
            changed(SCALED_OBJECT, "spec", "pollInterval", value=30),
            "spec: Additional properties are not allowed ('pollInterval' was unexpected)",
        ),
        (
            changed(SCALED_OBJECT, "spec", "triggers", 0, "metdata", value={}),
            "spec.triggers.0: Additional properties are not allowed ('metdata' was unexpected)",
        ),
        (
            changed(SCALED_OBJECT, "spec", "minReplicaCount", value="2"),
            'spec.minReplicaCount: "2" is not of type "integer"',
        ),
        (changed(SCALED_OBJECT, "spec", value={"triggers": []}), 'spec: "scaleTargetRef" is a required property'),
        (
            changed(SCALED_OBJECT, "metadata", "label", value={}),
            "metadata: Additional properties are not allowed ('label' was unexpected)",
        ),
        (
            changed(HTTP_ROUTE, "spec", "rules", 0, "timeout", value="10s"),
            "spec.rules.0: Additional properties are not allowed ('timeout' was unexpected)",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_path(manifest: dict[str, Any], told: str) -> None:
    assert told in list(problems(manifest, "1.34"))


def test_integers_and_texts_are_both_a_port_or_a_percentage() -> None:
    behavior = {"policies": [{"type": "Pods", "value": 4, "periodSeconds": 15}]}
    config = {"horizontalPodAutoscalerConfig": {"behavior": {"scaleUp": behavior}}}

    assert list(problems(changed(SCALED_OBJECT, "spec", "advanced", value=config), "1.34")) == []


def test_the_labels_of_a_scaled_jobs_pods_are_kept() -> None:
    pod = {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "a", "image": "b"}]}}
    spec = {"jobTargetRef": {"template": pod}, "triggers": SCALED_OBJECT["spec"]["triggers"]}
    job = SCALED_OBJECT | {"kind": "ScaledJob", "spec": spec}

    assert list(problems(job, "1.34")) == []


@pytest.mark.parametrize("kind", ["ReferenceGrant", "NoSuchRoute"])
def test_a_kind_without_schema_in_a_known_group_is_taken_as_it_is(kind: str) -> None:
    assert list(problems(HTTP_ROUTE | {"kind": kind, "spec": {"any": "thing"}}, "1.34")) == []


@pytest.mark.parametrize("group", ["networking.istio.io", "networking.example.com"])
def test_a_group_that_only_sounds_like_one_of_kubernetes_is_not_held_against_its_schemas(group: str) -> None:
    ingress = {"apiVersion": f"{group}/v1", "kind": "Ingress", "metadata": {"name": "x"}, "spec": {"any": "thing"}}

    assert list(problems(ingress, "1.34")) == []


def test_the_defaults_that_a_cluster_would_fill_in_are_known() -> None:
    found = dict(defaults(HTTP_ROUTE))

    assert found["spec", "rules", 0, "matches"] == [{"path": {"type": "PathPrefix", "value": "/"}}]
    assert found["spec", "parentRefs", 0, "kind"] == "Gateway"
    assert ("spec", "rules", 0, "backendRefs", 0, "port") not in found
    assert list(defaults({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x"}})) == []


def test_every_schema_is_one_and_says_where_it_is_from() -> None:
    known = {(source.module, source.version, source.licence) for source in SOURCES}
    files = {file.name for file in FOLDER.glob("*.json")} - {"index.json"}

    assert {line["file"] for line in INDEX} == files
    assert {(line["module"], line["version"], line["licence"]) for line in INDEX} == known
    for name in files:
        group, kind, version = name.removesuffix(".json").split("_")
        found = schema(f"{group}/{version}", kind)
        assert found
        jsonschema_rs.Draft202012Validator(found)


def test_no_schema_holds_prose() -> None:
    for file in FOLDER.glob("*_*.json"):
        assert '"description":"' not in file.read_text(encoding="utf-8"), file.name

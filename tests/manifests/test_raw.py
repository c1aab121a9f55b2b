"""Raw fields and whole manifests arrive as they are said, beside what the chart prints."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chartgen import Component, InitContainer, Overlay, Route, Service, Sidecar, yamlio
from tests.manifests.rendering import BOTH, IMAGE, container_of, files_of, manifests_of, pod_of, text_of
from tests.strategies import TEXT

pytestmark = pytest.mark.helm

RULES = [{"action": "Restart", "exitCodes": {"operator": "In", "values": [42]}}]
"""Fields that Kubernetes has since 1.34 only."""

QUOTA = {
    "apiVersion": "v1",
    "kind": "ResourceQuota",
    "metadata": {"name": "orders", "labels": {"app.kubernetes.io/name": "quota", "team": "orders"}},
    "spec": {"hard": {"pods": "50"}},
}


def test_a_raw_field_of_the_pod_stands_in_the_pod() -> None:
    pod = pod_of(pod_extra={"os": {"name": "linux"}, "overhead": {"cpu": "10m"}})

    assert (pod["os"], pod["overhead"]) == ({"name": "linux"}, {"cpu": "10m"})


def test_a_raw_field_of_a_container_stands_in_that_container_alone() -> None:
    pod = pod_of(
        container_extra={"restartPolicyRules": RULES},
        sidecars={"proxy": Sidecar(container_extra={"restartPolicyRules": []})},
        init_containers={"wait": InitContainer()},
    )

    assert pod["containers"][0]["restartPolicyRules"] == RULES
    assert [one.get("restartPolicyRules") for one in pod["initContainers"]] == [[], None]


def test_a_component_has_raw_fields_of_its_own() -> None:
    found = manifests_of(pod_extra={"os": {"name": "linux"}}, components={"worker": Component()})

    worker = found["Deployment orders-api-worker"]["spec"]["template"]["spec"]
    assert "os" not in worker


def test_a_patch_is_laid_over_the_object_that_the_chart_makes() -> None:
    plain = manifests_of()["Deployment"]
    patched = manifests_of(
        patches={"Deployment": {"metadata": {"annotations": {"example.com/wave": "2"}}, "spec": {"paused": True}}}
    )["Deployment"]

    assert patched["spec"].pop("paused") is True
    assert patched["metadata"].pop("annotations") == {"example.com/wave": "2"}
    assert patched == plain


def test_a_patch_of_one_route_leaves_the_others() -> None:
    route = Route(hosts=["orders.example.com"])
    admin = Route(hosts=["admin.example.com"])
    noted = {"metadata": {"annotations": {"example.com/audience": "staff"}}}
    found = manifests_of(
        expose=BOTH,
        routes={"public": route, "admin": admin},
        patches={"Ingress/admin": noted},
    )

    assert found["Ingress orders-api-admin"]["metadata"]["annotations"]["example.com/audience"] == "staff"
    assert "example.com/audience" not in found["Ingress orders-api"]["metadata"]["annotations"]


def test_a_component_patches_its_own_objects() -> None:
    patch = {"Deployment": {"spec": {"paused": True}}}
    found = manifests_of(components={"worker": Component(patches=patch)})

    assert found["Deployment orders-api-worker"]["spec"]["paused"] is True
    assert "paused" not in found["Deployment orders-api"]["spec"]


def test_an_environment_adds_raw_fields_and_takes_them_back() -> None:
    said: dict[str, Any] = {
        "pod_extra": {"os": {"name": "linux"}, "preemptionPolicy": "Never"},
        "patches": {"Deployment": {"spec": {"paused": True}}},
        "manifests": {"quota": QUOTA},
        "environments": {
            "staging": Overlay(
                pod_extra={"preemptionPolicy": None, "overhead": {"cpu": "10m"}},
                patches={"Deployment": None},
                manifests={"quota": None},
            )
        },
    }
    found = manifests_of("staging", **said)

    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert (pod["os"], pod["overhead"], "preemptionPolicy" in pod) == ({"name": "linux"}, {"cpu": "10m"}, False)
    assert "paused" not in found["Deployment"]["spec"]
    assert "ResourceQuota" not in found


def test_a_manifest_has_the_charts_labels_and_its_own_win() -> None:
    quota = manifests_of(manifests={"quota": QUOTA}, owner="team-orders")["ResourceQuota"]

    assert quota["metadata"]["name"] == "orders"
    assert quota["metadata"]["labels"] == {
        "app.kubernetes.io/name": "quota",
        "app.kubernetes.io/instance": "orders-api",
        "app.kubernetes.io/component": "main",
        "app.kubernetes.io/managed-by": "Helm",
        "app.kubernetes.io/version": "1.4.2",
        "helm.sh/chart": "orders-api-0.1.0",
        "owner": "team-orders",
        "team": "orders",
    }
    assert quota["spec"] == QUOTA["spec"]


def test_a_manifest_has_a_template_of_its_own_and_nothing_else_has_changed() -> None:
    with_it = files_of_service(manifests={"quota": QUOTA})
    without = files_of_service()

    assert with_it.keys() - without.keys() == {"templates/extra-quota.yaml"}


def files_of_service(**said: Any) -> dict[str, str]:
    return files_of(Service(name="orders-api", image=IMAGE, **said))


TEXTS = st.one_of(TEXT, st.sampled_from(["{{ .Values }}", "{{ tpl }}\n\n", "a\n\n\n", "\n", "no", "1e3", "010", " x "]))


@given(text=TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_text_in_raw_fields_arrives_unchanged(text: str) -> None:
    extra = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "extra"}, "data": {"a": text, "z": text}}
    custom = {"apiVersion": "example.com/v1", "kind": "Thing", "metadata": {"name": "t"}, "spec": {"z": [text]}}
    manifests = yamlio.read_manifests(
        text_of(
            env={"ZULU": text},
            container_extra={"restartPolicyRules": [{"action": text}]},
            pod_extra={"nodeName": text},
            patches={"Deployment": {"metadata": {"annotations": {"example.com/z": text}}}},
            manifests={"extra": extra, "custom": custom},
        )
    )
    found = {one["kind"]: one for one in manifests}

    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert (pod["nodeName"], pod["containers"][0]["restartPolicyRules"][0]["action"]) == (text, text)
    assert found["Deployment"]["metadata"]["annotations"] == {"example.com/z": text}
    assert found["ConfigMap"]["data"] == {"a": text, "z": text}
    assert found["Thing"]["spec"] == {"z": [text]}


def test_numbers_in_raw_fields_are_whole() -> None:
    assert container_of(container_extra={"restartPolicyRules": []}).get("restartPolicyRules") == []
    custom = {"apiVersion": "example.com/v1", "kind": "Thing", "metadata": {"name": "t"}, "spec": {"count": 10_000_000}}
    text = text_of(manifests={"custom": custom}, pod_extra={"priority": 1_000_000})

    assert "count: 10000000\n" in text
    assert "priority: 1000000\n" in text

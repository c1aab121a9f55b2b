"""Raw fields and whole manifests arrive as they are said, beside what the chart prints."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chartgen import Component, InitContainer, Overlay, Route, Service, Sidecar, yamlio
from tests.manifests.rendering import BOTH, IMAGE, container_of, files_of, manifests_of, pod_of, text_of
from tests.strategies import TEXT

pytestmark = pytest.mark.helm

QUOTA = {
    "apiVersion": "v1",
    "kind": "ResourceQuota",
    "metadata": {"name": "orders", "labels": {"app.kubernetes.io/name": "quota", "team": "orders"}},
    "spec": {"hard": {"pods": "50"}},
}


def test_a_raw_field_of_the_pod_stands_in_the_pod() -> None:
    pod = pod_of(pod_extra={"hostUsers": False, "overhead": {"cpu": "10m"}})

    assert (pod["hostUsers"], pod["overhead"]) == (False, {"cpu": "10m"})


def test_a_raw_field_of_a_container_stands_in_that_container_alone() -> None:
    pod = pod_of(
        container_extra={"stdinOnce": True},
        sidecars={"proxy": Sidecar(container_extra={"resizePolicy": [{"resourceName": "cpu", "restartPolicy": "x"}]})},
        init_containers={"wait": InitContainer()},
    )

    assert pod["containers"][0]["stdinOnce"] is True
    assert [sorted(one.keys() & {"stdinOnce", "resizePolicy"}) for one in pod["initContainers"]] == [
        ["resizePolicy"],
        [],
    ]


def test_a_component_has_raw_fields_of_its_own() -> None:
    found = manifests_of(pod_extra={"hostUsers": False}, components={"worker": Component()})

    worker = found["Deployment orders-api-worker"]["spec"]["template"]["spec"]
    assert "hostUsers" not in worker


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
        "pod_extra": {"hostUsers": False, "preemptionPolicy": "Never"},
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
    assert (pod["hostUsers"], pod["overhead"], "preemptionPolicy" in pod) == (False, {"cpu": "10m"}, False)
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
            container_extra={"resizePolicy": [{"resourceName": text, "restartPolicy": "NotRequired"}]},
            pod_extra={"nodeName": text},
            patches={"Deployment": {"metadata": {"annotations": {"example.com/z": text}}}},
            manifests={"extra": extra, "custom": custom},
        )
    )
    found = {one["kind"]: one for one in manifests}

    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert (pod["nodeName"], pod["containers"][0]["resizePolicy"][0]["resourceName"]) == (text, text)
    assert found["Deployment"]["metadata"]["annotations"] == {"example.com/z": text}
    assert found["ConfigMap"]["data"] == {"a": text, "z": text}
    assert found["Thing"]["spec"] == {"z": [text]}


def test_numbers_in_raw_fields_are_whole() -> None:
    assert container_of(container_extra={"resizePolicy": []}).get("resizePolicy") == []
    custom = {"apiVersion": "example.com/v1", "kind": "Thing", "metadata": {"name": "t"}, "spec": {"count": 10_000_000}}
    text = text_of(manifests={"custom": custom}, pod_extra={"priority": 1_000_000})

    assert "count: 10000000\n" in text
    assert "priority: 1000000\n" in text

"""What few pods say: users of their own, gates, resources that change while they run, pods of other namespaces."""

import pytest

from chartgen import (
    Component,
    LabelRequirement,
    PodAffinity,
    PodAntiAffinity,
    ServiceSpec,
    Sidecar,
    StatefulSet,
)
from tests.manifests.rendering import container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm


def test_a_pod_has_users_of_its_own_and_so_have_components() -> None:
    found = manifests_of(host_users=False, components={"worker": Component()})

    pods = [
        found[name]["spec"]["template"]["spec"] for name in ("Deployment orders-api", "Deployment orders-api-worker")
    ]
    assert [pod["hostUsers"] for pod in pods] == [False, False]
    assert "hostUsers" not in pod_of()


def test_gates_before_a_pod_is_scheduled_and_ready() -> None:
    pod = pod_of(readiness_gates=["target-health.elbv2.k8s.aws/orders"], scheduling_gates=["example.com/quota"])

    assert pod["readinessGates"] == [{"conditionType": "target-health.elbv2.k8s.aws/orders"}]
    assert pod["schedulingGates"] == [{"name": "example.com/quota"}]


def test_a_change_of_resources_restarts_what_reads_them_at_its_start() -> None:
    pod = pod_of(
        resize_policy={"memory": "RestartContainer", "cpu": "NotRequired"},
        sidecars={"proxy": Sidecar(resize_policy={"memory": "NotRequired"})},
    )

    assert pod["containers"][0]["resizePolicy"] == [
        {"resourceName": "cpu", "restartPolicy": "NotRequired"},
        {"resourceName": "memory", "restartPolicy": "RestartContainer"},
    ]
    assert pod["initContainers"][0]["resizePolicy"] == [{"resourceName": "memory", "restartPolicy": "NotRequired"}]


def test_standard_input_closes_with_the_first_who_leaves() -> None:
    container = container_of(stdin=True, stdin_once=True)

    assert (container["stdin"], container["stdinOnce"]) == (True, True)


def test_other_pods_of_other_namespaces() -> None:
    near = PodAffinity(
        app="cache",
        namespace_labels={"team": "shop"},
        namespace_expressions=[LabelRequirement(key="stage", operator="Exists")],
        weight=None,
    )
    apart = PodAntiAffinity(
        labels={"tier": "x"},
        any_namespace=True,
        match_label_keys=["pod-template-hash"],
        mismatch_label_keys=["tenant"],
        weight=None,
    )
    affinity = pod_of(pod_affinity=[near], pod_anti_affinity=[apart])["affinity"]

    required = "requiredDuringSchedulingIgnoredDuringExecution"
    assert affinity["podAffinity"][required][0]["namespaceSelector"] == {
        "matchLabels": {"team": "shop"},
        "matchExpressions": [{"key": "stage", "operator": "Exists"}],
    }
    assert affinity["podAntiAffinity"][required][0] == {
        "labelSelector": {"matchLabels": {"tier": "x"}},
        "namespaceSelector": {},
        "topologyKey": "kubernetes.io/hostname",
        "matchLabelKeys": ["pod-template-hash"],
        "mismatchLabelKeys": ["tenant"],
    }


def test_a_service_answers_for_addresses_outside() -> None:
    found = manifests_of(service=ServiceSpec(external_ips=["203.0.113.8"], traffic_distribution="PreferSameZone"))

    assert found["Service"]["spec"]["externalIPs"] == ["203.0.113.8"]
    assert found["Service"]["spec"]["trafficDistribution"] == "PreferSameZone"


def test_an_update_takes_several_copies_at_a_time() -> None:
    found = manifests_of(kind="StatefulSet", replicas=6, stateful_set=StatefulSet(max_unavailable="50%"))

    assert found["StatefulSet"]["spec"]["updateStrategy"]["rollingUpdate"] == {"partition": 0, "maxUnavailable": "50%"}

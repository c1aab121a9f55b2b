"""Where pods run and what they may do in the manifests."""

import pytest

from chartgen import (
    NodeRequirement,
    PodAffinity,
    PodSecurityContext,
    SecurityContext,
    ServiceAccount,
    Spread,
    Toleration,
)
from tests.manifests.rendering import container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm


def test_spread_may_insist_or_be_left() -> None:
    hard = pod_of(spread=Spread(hosts="hard", zones="hard"))
    none = pod_of(spread=Spread(hosts=None, zones=None))

    assert "requiredDuringSchedulingIgnoredDuringExecution" in hard["affinity"]["podAntiAffinity"]
    assert hard["topologySpreadConstraints"][0]["whenUnsatisfiable"] == "DoNotSchedule"
    assert none.keys().isdisjoint({"affinity", "topologySpreadConstraints"})


def test_nodes_neighbours_taints_and_priority() -> None:
    pod = pod_of(
        node_selector={"pool": "web"},
        node_requirements=[
            NodeRequirement(key="arch", values=["arm64"]),
            NodeRequirement(key="ssd", operator="Exists", weight=5),
        ],
        pod_affinity=[PodAffinity(app="cache", namespace="shared", weight=None)],
        tolerations=[Toleration(key="dedicated", value="web", effect="NoSchedule")],
        priority_class="payments",
    )

    assert pod["nodeSelector"] == {"pool": "web"}
    assert pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"] == {
        "nodeSelectorTerms": [{"matchExpressions": [{"key": "arch", "operator": "In", "values": ["arm64"]}]}]
    }
    assert pod["affinity"]["podAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"][0]["namespaces"] == [
        "shared"
    ]
    assert pod["tolerations"] == [{"key": "dedicated", "operator": "Equal", "value": "web", "effect": "NoSchedule"}]
    assert pod["priorityClassName"] == "payments"


def test_the_defaults_are_those_of_the_restricted_standard() -> None:
    pod = pod_of()

    assert pod["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": 10001,
        "runAsGroup": 10001,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert pod["containers"][0]["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_the_group_of_a_volume_comes_with_its_change_policy() -> None:
    context = PodSecurityContext(run_as_user=None, run_as_group=None, fs_group=2000, supplemental_groups=[3000])

    assert pod_of(pod_security_context=context)["securityContext"] == {
        "runAsNonRoot": True,
        "fsGroup": 2000,
        "fsGroupChangePolicy": "OnRootMismatch",
        "supplementalGroups": [3000],
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def test_a_containers_own_security_settings() -> None:
    context = SecurityContext(
        allow_privilege_escalation=True,
        privileged=True,
        because="it mounts for the node",
        run_as_user=0,
        run_as_non_root=False,
    )

    security = container_of(security_context=context)["securityContext"]
    assert (security["privileged"], security["runAsUser"], security["runAsNonRoot"]) == (True, 0, False)


def test_a_service_account_of_its_own_without_a_token() -> None:
    found = manifests_of(service_account=ServiceAccount(annotations={"iam": "role"}))

    assert found["ServiceAccount"]["automountServiceAccountToken"] is False
    assert found["ServiceAccount"]["metadata"]["annotations"] == {"iam": "role"}
    assert pod_of(service_account=ServiceAccount(create=False, name="shared"))["serviceAccountName"] == "shared"

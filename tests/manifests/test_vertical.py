"""What containers should request, in the manifests."""

import pytest

from chartgen import Autoscaling, Component, ContainerPolicy, Overlay, VerticalAutoscaling
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm


def test_a_recommendation_changes_nothing_and_is_for_all_containers() -> None:
    found = manifests_of(vpa=VerticalAutoscaling(), autoscaling=Autoscaling())["VerticalPodAutoscaler"]["spec"]

    assert found == {
        "targetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "orders-api"},
        "updatePolicy": {"updateMode": "Off"},
        "resourcePolicy": {
            "containerPolicies": [
                {
                    "containerName": "*",
                    "mode": "Auto",
                    "controlledResources": ["cpu", "memory"],
                    "controlledValues": "RequestsAndLimits",
                }
            ]
        },
    }


def test_bounds_and_policies_of_containers_come_before_those_of_all() -> None:
    own = ContainerPolicy(min_cpu="50m", max_cpu="2000m", max_memory="2Gi", controlled_values="RequestsOnly")
    vpa = VerticalAutoscaling(
        mode="Initial", min_replicas=2, policy=own, containers={"proxy": ContainerPolicy(mode="Off")}
    )
    spec = manifests_of(vpa=vpa)["VerticalPodAutoscaler"]["spec"]

    assert spec["updatePolicy"] == {"updateMode": "Initial", "minReplicas": 2}
    proxy, others = spec["resourcePolicy"]["containerPolicies"]
    assert proxy == {"containerName": "proxy", "mode": "Off"}
    assert (others["minAllowed"], others["maxAllowed"]) == ({"cpu": "50m"}, {"cpu": "2", "memory": "2Gi"})


def test_a_daemon_set_and_a_component_are_looked_at_too() -> None:
    agent = Component(kind="DaemonSet", vpa=VerticalAutoscaling())
    target = manifests_of(components={"agent": agent})["VerticalPodAutoscaler"]["spec"]["targetRef"]

    assert (target["kind"], target["name"]) == ("DaemonSet", "orders-api-agent")


def test_one_that_acts_may_stand_beside_an_autoscaler_of_another_resource() -> None:
    memory = VerticalAutoscaling(mode="Auto", policy=ContainerPolicy(controlled_resources=["memory"]))
    found = manifests_of(vpa=memory, autoscaling=Autoscaling(cpu=70))

    assert found["VerticalPodAutoscaler"]["spec"]["updatePolicy"]["updateMode"] == "Auto"


def test_an_environment_may_do_without() -> None:
    assert "VerticalPodAutoscaler" not in manifests_of(
        "staging", vpa=VerticalAutoscaling(), environments={"staging": Overlay(vpa=None)}
    )

"""The autoscaler and the budget: complete, so that what is rendered and what is stored compare equal."""

from pathlib import Path

import pytest

from .helms import Helm
from .sample import autoscaling, changed, minimal, production, write_chart

pytestmark = pytest.mark.helm


def test_an_autoscaler_says_what_it_scales_by_what_and_how_fast(helm: Helm, tmp_path: Path) -> None:
    values = changed(production(), autoscaling=autoscaling(targetMemoryUtilizationPercentage=80))

    spec = helm.manifests(write_chart(tmp_path, values))["HorizontalPodAutoscaler/orders-api"]["spec"]

    def metric(name: str, share: int) -> object:
        target = {"type": "Utilization", "averageUtilization": share}
        return {"type": "Resource", "resource": {"name": name, "target": target}}

    assert spec == {
        "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "orders-api"},
        "minReplicas": 2,
        "maxReplicas": 10,
        "metrics": [metric("cpu", 70), metric("memory", 80)],
        "behavior": autoscaling()["behavior"],
    }


def test_a_budget_holds_for_the_pods_of_the_workload(helm: Helm, tmp_path: Path) -> None:
    budget = {"enabled": True, "minAvailable": 0, "unhealthyPodEvictionPolicy": "IfHealthyBudget"}

    found = helm.manifests(write_chart(tmp_path, changed(minimal(), podDisruptionBudget=budget)))

    assert found["PodDisruptionBudget/orders-api"]["spec"] == {
        "minAvailable": 0,
        "unhealthyPodEvictionPolicy": "IfHealthyBudget",
        "selector": {"matchLabels": found["Deployment/orders-api"]["spec"]["selector"]["matchLabels"]},
    }

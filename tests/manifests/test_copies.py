"""How many copies run, and what may be taken in the manifests."""

from typing import Any

import pytest

from chartgen import (
    Autoscaling,
    DisruptionBudget,
    Rollout,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm


def test_replicas_are_absent_while_the_autoscaler_owns_them() -> None:
    found = manifests_of(autoscaling=Autoscaling(min_replicas=3, max_replicas=9, memory=80))

    assert "replicas" not in found["Deployment"]["spec"]
    scaler = found["HorizontalPodAutoscaler"]["spec"]
    assert (scaler["minReplicas"], scaler["maxReplicas"]) == (3, 9)
    assert [metric["resource"]["name"] for metric in scaler["metrics"]] == ["cpu", "memory"]
    assert scaler["behavior"]["scaleDown"]["stabilizationWindowSeconds"] == 300


def test_replicas_of_zero_are_kept() -> None:
    assert manifests_of(replicas=0)["Deployment"]["spec"]["replicas"] == 0


@pytest.mark.parametrize(("said", "there"), [({"replicas": 1}, False), ({"replicas": 2}, True)])
def test_a_budget_stands_where_two_copies_always_run(said: dict[str, Any], there: bool) -> None:  # noqa: FBT001 - a case
    assert ("PodDisruptionBudget" in manifests_of(**said)) is there


def test_the_budget_looks_at_the_autoscalers_minimum() -> None:
    assert "PodDisruptionBudget" not in manifests_of(replicas=5, autoscaling=Autoscaling(min_replicas=1))


def test_a_budget_may_say_what_must_stay() -> None:
    budget = manifests_of(replicas=4, disruption_budget=DisruptionBudget(min_available="50%"))["PodDisruptionBudget"]

    assert budget["spec"]["minAvailable"] == "50%"
    assert "maxUnavailable" not in budget["spec"]


def test_recreate_has_no_rolling_update_and_numbers_are_kept() -> None:
    rollout = Rollout(strategy="Recreate", min_ready_seconds=0, progress_deadline_seconds=120, revision_history_limit=2)
    spec = manifests_of(rollout=rollout)["Deployment"]["spec"]

    assert spec["strategy"] == {"type": "Recreate"}
    assert (spec["minReadySeconds"], spec["progressDeadlineSeconds"], spec["revisionHistoryLimit"]) == (0, 120, 2)

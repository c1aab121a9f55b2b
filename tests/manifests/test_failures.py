"""What failures of its pods mean for a Job, and whose Jobs a CronJob starts."""

import pytest

from chartgen import CronJob, Job, PodFailureRule
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

RULES = [
    PodFailureRule(action="FailJob", exit_codes=[42, 3, 42]),
    PodFailureRule(action="Count", exit_codes=[1], other_codes=True),
    PodFailureRule(action="Ignore", conditions=["DisruptionTarget"]),
]


def test_failures_of_a_job_by_exit_code_and_condition() -> None:
    job = manifests_of(kind="Job", ports={}, job=Job(pod_failure_policy=RULES))["Job"]

    assert job["spec"]["podFailurePolicy"]["rules"] == [
        {"action": "FailJob", "onExitCodes": {"operator": "In", "values": [3, 42]}},
        {"action": "Count", "onExitCodes": {"operator": "NotIn", "values": [1]}},
        {"action": "Ignore", "onPodConditions": [{"type": "DisruptionTarget", "status": "True"}]},
    ]


def test_failures_count_alike_unless_said() -> None:
    assert "podFailurePolicy" not in manifests_of(kind="Job", ports={})["Job"]["spec"]


def test_the_jobs_of_a_cron_job_carry_its_labels() -> None:
    found = manifests_of(kind="CronJob", ports={}, cron_job=CronJob(schedule="@daily"), labels={"team": "shop"})

    template = found["CronJob"]["spec"]["jobTemplate"]
    assert template["metadata"]["labels"] == found["CronJob"]["metadata"]["labels"]
    assert template["metadata"]["labels"]["team"] == "shop"

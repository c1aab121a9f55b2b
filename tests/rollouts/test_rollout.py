"""When a workload is rolled out: kubectl's rules, a row a rule."""

from typing import Any

import pytest

from chartgen.cluster.rollout import judge
from tests.rollouts.objects import Manifest, deployment, workload


@pytest.mark.parametrize(
    ("status", "state", "text"),
    [
        ({}, "done", "3 copies updated and available"),
        ({"observedGeneration": 1}, "waiting", "the change is not yet taken up"),
        ({"updatedReplicas": 1}, "waiting", "1 of 3 copies updated"),
        ({"replicas": 4}, "waiting", "1 copy of the old version still to end"),
        ({"replicas": 5}, "waiting", "2 copies of the old version still to end"),
        ({"availableReplicas": 2}, "waiting", "2 of 3 copies available"),
    ],
)
def test_a_deployment(status: Manifest, state: str, text: str) -> None:
    verdict = judge(deployment(3, **status))

    assert (verdict.state, verdict.text) == (state, text)


def test_a_deployment_whose_controller_has_not_seen_it_yet() -> None:
    new = deployment(3)
    new["status"] = {}

    assert judge(new).text == "the change is not yet taken up"


def test_a_deployment_fails_at_its_progress_deadline() -> None:
    conditions = [{"type": "Progressing", "status": "False", "reason": "ProgressDeadlineExceeded"}]
    late = deployment(3, availableReplicas=2, conditions=conditions)
    late["spec"]["progressDeadlineSeconds"] = 120

    verdict = judge(late)
    assert (verdict.state, verdict.text) == (
        "failed",
        "nothing moved for 120 s, its progress deadline: 2 of 3 copies available",
    )


def test_a_deployment_of_no_copies_is_done() -> None:
    assert judge(deployment(0)).state == "done"


def test_a_paused_deployment_waits() -> None:
    paused = deployment(3, updatedReplicas=0)
    paused["spec"]["paused"] = True

    assert judge(paused).text == "0 of 3 copies updated, and the rollout is paused"


OLD_AND_NEW: dict[str, Any] = {"currentRevision": "orders-1", "updateRevision": "orders-2"}
NEW: dict[str, Any] = {"currentRevision": "orders-2", "updateRevision": "orders-2"}


@pytest.mark.parametrize(
    ("strategy", "status", "state", "text"),
    [
        ({}, {"readyReplicas": 3, "updatedReplicas": 3, **NEW}, "done", "3 copies updated and ready"),
        ({}, {"readyReplicas": 2, "updatedReplicas": 3, **NEW}, "waiting", "2 of 3 copies ready"),
        ({}, {"readyReplicas": 3, "updatedReplicas": 1, **OLD_AND_NEW}, "waiting", "1 of 3 copies updated"),
        (
            {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}},
            {"readyReplicas": 3, "updatedReplicas": 1, **OLD_AND_NEW},
            "done",
            "1 of 3 copies updated, all that its partition 2 lets",
        ),
        (
            {"type": "RollingUpdate", "rollingUpdate": {"partition": 1}},
            {"readyReplicas": 3, "updatedReplicas": 1, **OLD_AND_NEW},
            "waiting",
            "1 of 2 copies updated",
        ),
        (
            {"type": "RollingUpdate", "rollingUpdate": {"partition": 3}},
            {"readyReplicas": 3, **OLD_AND_NEW},
            "done",
            "0 of 3 copies updated, all that its partition 3 lets",
        ),
        (
            {"type": "OnDelete"},
            {"readyReplicas": 3, **OLD_AND_NEW},
            "done",
            "3 copies ready; each is updated when it is deleted",
        ),
    ],
)
def test_a_stateful_set(strategy: Manifest, status: Manifest, state: str, text: str) -> None:
    verdict = judge(workload("StatefulSet", {"replicas": 3, "updateStrategy": strategy}, status))

    assert (verdict.state, verdict.text) == (state, text)


@pytest.mark.parametrize(
    ("updated", "available", "strategy", "state", "text"),
    [
        (3, 3, "RollingUpdate", "done", "updated and available on 3 nodes"),
        (2, 3, "RollingUpdate", "waiting", "2 of 3 nodes updated"),
        (3, 2, "RollingUpdate", "waiting", "available on 2 of 3 nodes"),
        (0, 3, "OnDelete", "done", "updated and available on 3 nodes"),
    ],
)
def test_a_daemon_set(updated: int, available: int, strategy: str, state: str, text: str) -> None:
    status = {"desiredNumberScheduled": 3, "updatedNumberScheduled": updated, "numberAvailable": available}

    verdict = judge(workload("DaemonSet", {"updateStrategy": {"type": strategy}}, status))
    assert (verdict.state, verdict.text) == (state, text)


def test_a_daemon_set_that_no_node_takes_is_done() -> None:
    assert judge(workload("DaemonSet", {}, {"desiredNumberScheduled": 0})).state == "done"


@pytest.mark.parametrize(
    ("condition", "state", "text"),
    [
        ({"type": "Complete", "status": "True"}, "done", "complete"),
        (
            {"type": "Failed", "status": "True", "message": "Job has reached the specified backoff limit"},
            "failed",
            "the Job failed: job has reached the specified backoff limit",
        ),
        ({"type": "FailureTarget", "status": "True"}, "waiting", "1 of 2 runs complete"),
    ],
)
def test_a_job(condition: Manifest, state: str, text: str) -> None:
    verdict = judge(workload("Job", {"completions": 2}, {"succeeded": 1, "conditions": [condition]}))

    assert (verdict.state, verdict.text) == (state, text)


def test_a_suspended_job_waits() -> None:
    assert judge(workload("Job", {"suspend": True})).text == "the Job is suspended"


@pytest.mark.parametrize(("suspended", "text"), [(False, "scheduled, 0 3 * * *"), (True, "suspended, 0 3 * * *")])
def test_for_a_cron_job_there_is_nothing_to_wait(suspended: bool, text: str) -> None:  # noqa: FBT001 - a row's
    verdict = judge(workload("CronJob", {"schedule": "0 3 * * *", "suspend": suspended}))

    assert (verdict.state, verdict.text) == ("done", text)

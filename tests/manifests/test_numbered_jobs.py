"""Jobs whose pods have numbers: failures by number, early success, other controllers."""

from typing import Any

import pytest

from chartgen import Image, InitContainer, Job, PodFailureRule, SuccessRule
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm


def spec_of(job: Job, **said: Any) -> dict[str, Any]:
    found: dict[str, Any] = manifests_of(kind="Job", ports={}, job=job, **said)["Job"]["spec"]
    return found


def test_failures_count_by_number() -> None:
    spec = spec_of(Job(indexed=True, completions=4, backoff_limit_per_index=1, max_failed_indexes=2))

    assert (spec["backoffLimitPerIndex"], spec["maxFailedIndexes"]) == (1, 2)


def test_all_numbers_together_have_a_limit_only_where_it_is_stated() -> None:
    unnumbered = Job(indexed=True, completions=4)
    unstated = Job(indexed=True, completions=4, backoff_limit_per_index=1)
    stated = Job(indexed=True, completions=4, backoff_limit_per_index=1, backoff_limit=5)

    assert spec_of(unnumbered)["backoffLimit"] == 3
    assert spec_of(unstated)["backoffLimit"] == 2**31 - 1
    assert spec_of(stated)["backoffLimit"] == 5


def test_a_job_succeeds_before_all_its_pods_have() -> None:
    rules = [SuccessRule(indexes="0,2-3", count=2), SuccessRule(count=3)]
    spec = spec_of(Job(indexed=True, completions=4, success_policy=rules))

    assert spec["successPolicy"] == {
        "rules": [{"succeededIndexes": "0,2-3", "succeededCount": 2}, {"succeededCount": 3}]
    }


def test_an_exit_code_of_one_container_gives_up_its_number() -> None:
    rule = PodFailureRule(action="FailIndex", exit_codes=[42], container="prepare")
    job = Job(indexed=True, completions=4, backoff_limit_per_index=1, pod_failure_policy=[rule])
    prepare = InitContainer(image=Image(repository="ghcr.io/acme/prepare", tag="1"))
    spec = spec_of(job, init_containers={"prepare": prepare})

    assert spec["podFailurePolicy"]["rules"] == [
        {"action": "FailIndex", "onExitCodes": {"containerName": "prepare", "operator": "In", "values": [42]}}
    ]


def test_a_pod_is_replaced_when_it_has_ended() -> None:
    assert spec_of(Job(pod_replacement_policy="Failed"))["podReplacementPolicy"] == "Failed"
    assert "podReplacementPolicy" not in spec_of(Job())


def test_another_controller_runs_the_job() -> None:
    assert spec_of(Job(managed_by="kueue.x-k8s.io/multikueue"))["managedBy"] == "kueue.x-k8s.io/multikueue"

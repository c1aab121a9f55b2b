"""Defects that well-known charts had, each with the promise that keeps it out of ours."""

from typing import Any

import pytest

from chartgen import (
    Annotation,
    Autoscaling,
    Component,
    CronJob,
    Label,
    Rollout,
    StatefulSet,
)
from chartgen.checking.manifests import invalid_manifests
from tests.manifests.rendering import manifests_of, text_of

pytestmark = pytest.mark.helm

ALL_KINDS: dict[str, Any] = {
    "autoscaling": Autoscaling(),
    "components": {
        "nightly": Component(kind="CronJob", cron_job=CronJob(schedule="@daily", successful_jobs_history_limit=0)),
        "store": Component(kind="StatefulSet", rollout=Rollout(min_ready_seconds=5), stateful_set=StatefulSet()),
        "agent": Component(kind="DaemonSet", rollout=Rollout(min_ready_seconds=5)),
        "once": Component(kind="Job"),
    },
}


def test_zero_pods_unavailable_is_said_and_not_left_to_the_default() -> None:
    spec = manifests_of(rollout=Rollout(max_unavailable=0, min_ready_seconds=0))["Deployment"]["spec"]

    assert spec["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert spec["minReadySeconds"] == 0


def test_a_budget_of_zero_is_printed_as_zero_and_not_left_out() -> None:
    found = manifests_of(sets=["podDisruptionBudget.maxUnavailable=0"])

    assert found["PodDisruptionBudget"]["spec"]["maxUnavailable"] == 0


def test_a_number_of_seven_digits_stays_one() -> None:
    found = manifests_of(sets=["terminationGracePeriodSeconds=1000000"], env={"BIG": "1000000"})

    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert pod["terminationGracePeriodSeconds"] == 1000000
    assert pod["containers"][0]["env"] == [{"name": "BIG", "value": "1000000"}]


def test_a_grace_period_of_zero_is_printed() -> None:
    pod = manifests_of(sets=["terminationGracePeriodSeconds=0"])["Deployment"]["spec"]["template"]["spec"]

    assert pod["terminationGracePeriodSeconds"] == 0


def test_a_checksum_follows_what_the_pods_read_and_nothing_else() -> None:
    def checksum(workload: str, **said: Any) -> str:
        components = {"quiet": Component(config={"LOG_LEVEL": None, "Q": said.pop("quiet", "1")})}
        found = manifests_of(config={"LOG_LEVEL": "info", **said}, components=components)
        return str(found[f"Deployment {workload}"]["spec"]["template"]["metadata"]["annotations"]["checksum/config"])

    assert checksum("orders-api") != checksum("orders-api", A="b")
    assert checksum("orders-api") == checksum("orders-api", quiet="2")
    assert checksum("orders-api-quiet") != checksum("orders-api-quiet", quiet="2")


def test_fifteen_renders_are_one_text() -> None:
    assert len({text_of(**ALL_KINDS) for _ in range(15)}) == 1


def test_no_name_is_longer_than_its_kind_takes_whatever_stands_behind_it() -> None:
    release = "a-release-whose-name-is-as-long-as-helm-lets-it-be-ok"
    found = manifests_of(release=release[:53], config={"A": "b"}, **ALL_KINDS)

    short = {"Deployment": 63, "DaemonSet": 63, "Job": 63, "Service": 63, "CronJob": 52, "StatefulSet": 52}
    names = [(one["kind"], one["metadata"]["name"]) for one in found.values()]
    assert [(kind, name) for kind, name in names if len(name) > short.get(kind, 253)] == []


@pytest.mark.parametrize("version", ["1.30.0", "1.37.0", "1.31.5-gke.1000", "1.33.1+k3s1"])
def test_api_versions_do_not_depend_on_what_helm_believes_of_the_cluster(version: str) -> None:
    found = manifests_of(kube_version=version, **ALL_KINDS)

    versions = {one["kind"]: one["apiVersion"] for one in found.values()}
    assert (versions["CronJob"], versions["Job"]) == ("batch/v1", "batch/v1")
    assert (versions["PodDisruptionBudget"], versions["HorizontalPodAutoscaler"]) == ("policy/v1", "autoscaling/v2")


def test_every_field_stands_where_kubernetes_reads_it() -> None:
    assert list(invalid_manifests(text_of(**ALL_KINDS), "1.30", "1.37")) == []


def test_a_history_of_zero_is_kept() -> None:
    cron_job = manifests_of(**ALL_KINDS)["CronJob"]["spec"]

    assert cron_job["successfulJobsHistoryLimit"] == 0
    assert cron_job["startingDeadlineSeconds"] == 200


@pytest.mark.parametrize("text", ["1234e56", "20250811", "010", "no", "1.10", "0x1f", "null"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    found = manifests_of(
        labels={"example.com/sha": Label(value=text, pods=True)},
        annotations={"example.com/sha": Annotation(value=text)},
    )

    assert found["Deployment"]["metadata"]["annotations"]["example.com/sha"] == text
    assert found["Deployment"]["spec"]["template"]["metadata"]["labels"]["example.com/sha"] == text


def test_copies_are_not_said_beside_an_autoscaler() -> None:
    assert "replicas" not in manifests_of(replicas=5, autoscaling=Autoscaling())["Deployment"]["spec"]


def test_a_rollback_is_always_possible() -> None:
    with pytest.raises(ValueError, match="revision_history_limit"):
        Rollout(revision_history_limit=0)


def test_pods_do_not_carry_the_charts_version() -> None:
    def pods(version: str) -> Any:
        return manifests_of(version=version)["Deployment"]["spec"]["template"]

    assert pods("0.1.0") == pods("9.9.9")


def test_a_service_does_not_send_requests_to_the_pods_of_jobs() -> None:
    found = manifests_of(**ALL_KINDS)

    selector = found["Service orders-api"]["spec"]["selector"].items()
    for kind, pod in (("Job", "template"), ("CronJob", "jobTemplate")):
        spec = found[kind]["spec"][pod]
        labels = (spec["spec"]["template"] if kind == "CronJob" else spec)["metadata"]["labels"]
        assert not selector <= labels.items()

"""What each kind of workload becomes."""

from typing import Any

import pytest

from chartgen import (
    ClaimTemplate,
    CronJob,
    DaemonSet,
    Hook,
    Job,
    Rollout,
    StatefulSet,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

DISK = StatefulSet(claims={"data": ClaimTemplate(size="10Gi", storage_class="fast", mounts=["/data"])})


def without_ports(kind: str, **said: Any) -> dict[str, Any]:
    return manifests_of(kind=kind, ports={}, **said)


def test_a_stateful_set_has_a_headless_service_under_which_its_copies_have_names() -> None:
    found = manifests_of(kind="StatefulSet")

    headless = found["Service orders-api-headless"]["spec"]
    assert found["StatefulSet"]["spec"]["serviceName"] == "orders-api-headless"
    assert (headless["clusterIP"], headless["publishNotReadyAddresses"]) == ("None", True)
    assert headless["ports"] == [{"name": "http", "port": 3000, "targetPort": "http", "protocol": "TCP"}]
    assert headless["selector"] == found["StatefulSet"]["spec"]["selector"]["matchLabels"]
    assert "Deployment" not in found


def test_each_copy_of_a_stateful_set_has_its_own_disk() -> None:
    spec = manifests_of(kind="StatefulSet", stateful_set=DISK)["StatefulSet"]["spec"]

    [claim] = spec["volumeClaimTemplates"]
    assert claim["metadata"] == {"name": "data"}
    assert claim["spec"] == {
        "accessModes": ["ReadWriteOnce"],
        "storageClassName": "fast",
        "volumeMode": "Filesystem",
        "resources": {"requests": {"storage": "10Gi"}},
    }
    mounts = spec["template"]["spec"]["containers"][0]["volumeMounts"]
    assert {"name": "data", "mountPath": "/data"} in mounts
    assert spec["persistentVolumeClaimRetentionPolicy"] == {"whenDeleted": "Retain", "whenScaled": "Retain"}


def test_a_stateful_set_is_updated_one_after_another_from_a_partition_on() -> None:
    own = StatefulSet(partition=2, first_ordinal=1, pod_management_policy="Parallel")
    spec = manifests_of(kind="StatefulSet", stateful_set=own, replicas=4)["StatefulSet"]["spec"]

    assert spec["updateStrategy"] == {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}}
    assert (spec["podManagementPolicy"], spec["ordinals"], spec["replicas"]) == ("Parallel", {"start": 1}, 4)


def test_an_autoscaler_scales_the_stateful_set() -> None:
    found = manifests_of(kind="StatefulSet", autoscaling={"minReplicas": 3})

    assert found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"] == {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "name": "orders-api",
    }
    assert "replicas" not in found["StatefulSet"]["spec"]


def test_a_daemon_set_runs_once_a_node_with_neither_copies_nor_budget() -> None:
    found = manifests_of(kind="DaemonSet")

    assert found.keys() >= {"DaemonSet", "Service", "ServiceAccount"}
    assert found.keys().isdisjoint({"PodDisruptionBudget", "HorizontalPodAutoscaler", "Deployment"})
    spec = found["DaemonSet"]["spec"]
    assert spec["updateStrategy"] == {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 0, "maxUnavailable": 1}}
    assert "replicas" not in spec
    assert "affinity" not in spec["template"]["spec"]


def test_a_daemon_set_for_every_node_tolerates_every_taint() -> None:
    spec = manifests_of(kind="DaemonSet", daemon_set=DaemonSet(every_node=True))["DaemonSet"]["spec"]

    assert spec["template"]["spec"]["tolerations"] == [{"operator": "Exists"}]


def test_a_daemon_set_waits_until_a_new_pod_has_been_ready() -> None:
    spec = manifests_of(kind="DaemonSet", rollout=Rollout(min_ready_seconds=30))["DaemonSet"]["spec"]

    assert spec["minReadySeconds"] == 30


def test_a_job_of_the_release_has_a_new_name_whenever_its_pod_changes() -> None:
    first = without_ports("Job")["Job"]
    again = without_ports("Job", version="2.0.0")["Job"]
    other = without_ports("Job", env={"A": "b"})["Job"]

    assert first["metadata"]["name"] == again["metadata"]["name"]
    assert first["metadata"]["name"] != other["metadata"]["name"]
    assert first["metadata"]["name"].startswith("orders-api-")
    assert "annotations" not in first["metadata"]


def test_a_finished_job_is_deleted_after_a_day() -> None:
    spec = without_ports("Job")["Job"]["spec"]

    assert (spec["ttlSecondsAfterFinished"], spec["backoffLimit"], spec["completionMode"]) == (86400, 3, "NonIndexed")
    assert spec["template"]["spec"]["restartPolicy"] == "Never"


def test_a_job_takes_what_is_said_of_it() -> None:
    own = Job(
        backoff_limit=0,
        deadline_seconds=60,
        ttl_seconds_after_finished=0,
        completions=5,
        parallelism=2,
        indexed=True,
        restart_policy="OnFailure",
        suspend=True,
    )
    spec = without_ports("Job", job=own)["Job"]["spec"]

    assert {key: spec[key] for key in spec if key != "template"} == {
        "backoffLimit": 0,
        "activeDeadlineSeconds": 60,
        "ttlSecondsAfterFinished": 0,
        "completions": 5,
        "parallelism": 2,
        "completionMode": "Indexed",
        "suspend": True,
    }
    assert spec["template"]["spec"]["restartPolicy"] == "OnFailure"


def test_a_cron_job_starts_on_its_schedule_and_never_beside_itself() -> None:
    spec = without_ports("CronJob", cron_job=CronJob(schedule="30 2 * * *", time_zone="Europe/Berlin"))["CronJob"][
        "spec"
    ]

    assert {key: spec[key] for key in spec if key != "jobTemplate"} == {
        "schedule": "30 2 * * *",
        "timeZone": "Europe/Berlin",
        "concurrencyPolicy": "Forbid",
        "startingDeadlineSeconds": 200,
        "successfulJobsHistoryLimit": 3,
        "failedJobsHistoryLimit": 1,
        "suspend": False,
    }


def test_the_jobs_of_a_cron_job_are_tidied_up_by_its_history_and_not_by_a_ttl() -> None:
    spec = without_ports("CronJob", cron_job=CronJob(schedule="@daily", successful_jobs_history_limit=0))["CronJob"][
        "spec"
    ]

    assert "ttlSecondsAfterFinished" not in spec["jobTemplate"]["spec"]
    assert spec["successfulJobsHistoryLimit"] == 0
    assert "timeZone" not in spec


def test_a_job_as_a_hook_keeps_its_name_and_brings_what_it_needs_as_hooks() -> None:
    found = without_ports("Job", job=Job(hook=Hook(weight=3)), config={"A": "b"})

    def hook(kind: str) -> tuple[str, str, str]:
        notes = found[kind]["metadata"]["annotations"]
        return notes["helm.sh/hook"], notes["helm.sh/hook-weight"], notes["helm.sh/hook-delete-policy"]

    policy = "before-hook-creation,hook-succeeded"
    assert found["Job"]["metadata"]["name"] == "orders-api"
    assert hook("Job") == ("pre-install,pre-upgrade", "3", policy)
    assert hook("ConfigMap") == hook("ServiceAccount") == ("pre-install,pre-upgrade", "-10", policy)
    assert found["Job"]["spec"]["activeDeadlineSeconds"] == 600
    assert "ttlSecondsAfterFinished" not in found["Job"]["spec"]

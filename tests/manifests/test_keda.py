"""Scaling by events in the manifests, in KEDA's words."""

from typing import Any

import pytest

from chartgen import (
    Component,
    CronTrigger,
    Fallback,
    Image,
    Job,
    JobScaling,
    KafkaTrigger,
    Keda,
    OtherTrigger,
    Overlay,
    ParameterSecret,
    PodIdentity,
    PrometheusTrigger,
    RabbitMqTrigger,
    RedisStreamsTrigger,
    Sidecar,
    SqsTrigger,
    Trigger,
    TriggerAuthentication,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

LAG = Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders", topic="orders"))
PROXY = Sidecar(image=Image(repository="ghcr.io/acme/proxy", tag="1.0.0"))


def trigger_of(trigger: Trigger, **said: Any) -> dict[str, Any]:
    found = manifests_of(keda=Keda(triggers={"one": trigger}), **said)
    [only] = found["ScaledObject"]["spec"]["triggers"]
    one: dict[str, Any] = only
    return one


def test_keda_owns_the_copies_and_its_defaults_are_written_out() -> None:
    found = manifests_of(keda=Keda(min_replicas=0, max_replicas=20, triggers={"lag": LAG}))

    assert "replicas" not in found["Deployment"]["spec"]
    assert "HorizontalPodAutoscaler" not in found
    spec = found["ScaledObject"]["spec"]
    assert spec["scaleTargetRef"] == {"apiVersion": "apps/v1", "kind": "Deployment", "name": "orders-api"}
    assert {key: spec[key] for key in spec if key.endswith(("Count", "Interval", "Period"))} == {
        "minReplicaCount": 0,
        "maxReplicaCount": 20,
        "pollingInterval": 30,
        "cooldownPeriod": 300,
        "initialCooldownPeriod": 0,
    }
    behavior = spec["advanced"]["horizontalPodAutoscalerConfig"]["behavior"]
    assert behavior["scaleDown"]["stabilizationWindowSeconds"] == 300
    assert "annotations" not in found["ScaledObject"]["metadata"]


def test_a_stateful_set_and_a_component_are_scaled_by_events_too() -> None:
    worker = Component(kind="StatefulSet", keda=Keda(triggers={"lag": LAG}))
    found = manifests_of(components={"worker": worker})

    target = found["ScaledObject orders-api-worker"]["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("StatefulSet", "orders-api-worker")
    assert "replicas" not in found["StatefulSet"]["spec"]
    assert found["Deployment"]["spec"]["replicas"] == 2


def test_no_budget_stands_where_all_copies_may_stop() -> None:
    assert "PodDisruptionBudget" not in manifests_of(keda=Keda(min_replicas=0, triggers={"lag": LAG}))
    idle = Keda(min_replicas=3, idle_replicas=0, triggers={"lag": LAG})
    assert "PodDisruptionBudget" not in manifests_of(keda=idle)
    assert "PodDisruptionBudget" in manifests_of(keda=Keda(min_replicas=2, triggers={"lag": LAG}))


def test_fallback_pause_and_the_rest_stand_where_keda_reads_them() -> None:
    own = Keda(
        min_replicas=2,
        idle_replicas=0,
        fallback=Fallback(replicas=4),
        restore_to_original_replica_count=True,
        paused=True,
        paused_replicas=0,
        triggers={"lag": LAG},
    )
    found = manifests_of(keda=own)["ScaledObject"]

    assert found["metadata"]["annotations"] == {
        "autoscaling.keda.sh/paused": "true",
        "autoscaling.keda.sh/paused-replicas": "0",
    }
    assert found["spec"]["fallback"] == {"failureThreshold": 3, "replicas": 4, "behavior": "static"}
    assert found["spec"]["idleReplicaCount"] == 0
    assert found["spec"]["advanced"]["restoreToOriginalReplicaCount"] is True


@pytest.mark.parametrize(
    ("trigger", "kind", "metadata"),
    [
        (
            LAG,
            "kafka",
            {"bootstrapServers": "kafka:9092", "consumerGroup": "orders", "topic": "orders", "lagThreshold": "10"},
        ),
        (
            Trigger(sqs=SqsTrigger(queue_url="https://sqs/1/orders", aws_region="eu-west-1", scale_on_in_flight=False)),
            "aws-sqs-queue",
            {
                "queueURL": "https://sqs/1/orders",
                "awsRegion": "eu-west-1",
                "queueLength": "5",
                "scaleOnInFlight": "false",
            },
        ),
        (
            Trigger(
                redis_streams=RedisStreamsTrigger(
                    address="redis:6379",
                    stream="orders",
                    consumer_group="api",
                    lag_count=5,
                    activation_lag_count=0,
                    enable_tls=True,
                )
            ),
            "redis-streams",
            {
                "address": "redis:6379",
                "stream": "orders",
                "consumerGroup": "api",
                "lagCount": "5",
                "activationLagCount": "0",
                "enableTLS": "true",
            },
        ),
        (
            Trigger(
                prometheus=PrometheusTrigger(
                    server_address="http://prometheus:9090",
                    query='sum(rate(http_requests_total{app="x"}[2m]))',
                    threshold="100.5",
                    auth_modes=["tls", "basic"],
                )
            ),
            "prometheus",
            {
                "serverAddress": "http://prometheus:9090",
                "query": 'sum(rate(http_requests_total{app="x"}[2m]))',
                "threshold": "100.5",
                "authModes": "tls,basic",
            },
        ),
        (
            Trigger(
                cron=CronTrigger(time_zone="Europe/Berlin", start="0 8 * * 1-5", end="0 18 * * 1-5", desired_replicas=5)
            ),
            "cron",
            {"timezone": "Europe/Berlin", "start": "0 8 * * 1-5", "end": "0 18 * * 1-5", "desiredReplicas": "5"},
        ),
        (
            Trigger(rabbitmq=RabbitMqTrigger(host_from_env="RABBITMQ_URL", queue_name="orders", value="20")),
            "rabbitmq",
            {"hostFromEnv": "RABBITMQ_URL", "queueName": "orders", "mode": "QueueLength", "value": "20"},
        ),
        (
            Trigger(other=OtherTrigger(type="azure-queue", metadata={"queueName": "orders", "queueLength": "5"})),
            "azure-queue",
            {"queueName": "orders", "queueLength": "5"},
        ),
    ],
)
def test_a_trigger_is_written_in_kedas_words(trigger: Trigger, kind: str, metadata: dict[str, str]) -> None:
    assert trigger_of(trigger) == {"name": "one", "type": kind, "metadata": metadata, "useCachedMetrics": False}


def test_cpu_and_memory_are_those_of_the_workloads_own_container() -> None:
    cpu = trigger_of(Trigger(cpu=70))
    memory = trigger_of(Trigger(memory="400Mi", use_cached_metrics=False), sidecars={"proxy": PROXY})

    assert (cpu["type"], cpu["metricType"], cpu["metadata"]) == ("cpu", "Utilization", {"value": "70"})
    assert (memory["type"], memory["metricType"]) == ("memory", "AverageValue")
    assert memory["metadata"] == {"containerName": "orders-api", "value": "400Mi"}


def test_a_component_names_its_own_container() -> None:
    worker = Component(sidecars={"proxy": PROXY}, keda=Keda(triggers={"cpu": Trigger(cpu=70)}))
    found = manifests_of(components={"worker": worker})

    container = found["Deployment orders-api-worker"]["spec"]["template"]["spec"]["containers"][0]["name"]
    [cpu] = found["ScaledObject"]["spec"]["triggers"]
    assert cpu["metadata"]["containerName"] == container == "worker"


def test_an_authentication_is_an_object_that_its_triggers_name() -> None:
    login = TriggerAuthentication(
        secrets={"password": ParameterSecret(secret="kafka", key="password")},
        env={"username": "KAFKA_USER"},
        pod_identity=PodIdentity(provider="aws", identity_owner="workload"),
    )
    own = Keda(triggers={"lag": Trigger(kafka=LAG.kafka, authentication="kafka")}, authentications={"kafka": login})
    found = manifests_of(keda=own, components={"worker": Component(keda=own)})

    assert found["TriggerAuthentication orders-api-kafka"]["spec"] == {
        "podIdentity": {"provider": "aws", "identityOwner": "workload"},
        "secretTargetRef": [{"parameter": "password", "name": "kafka", "key": "password"}],
        "env": [{"parameter": "username", "name": "KAFKA_USER"}],
    }
    for name in ("orders-api", "orders-api-worker"):
        [lag] = found[f"ScaledObject {name}"]["spec"]["triggers"]
        assert lag["authenticationRef"] == {"name": f"{name}-kafka", "kind": "TriggerAuthentication"}
        assert f"TriggerAuthentication {name}-kafka" in found


def test_an_existing_authentication_is_referred_to() -> None:
    own = trigger_of(Trigger(kafka=LAG.kafka, authentication_ref="kafka"))
    of_the_cluster = trigger_of(Trigger(kafka=LAG.kafka, cluster_authentication_ref="kafka", metric_type="Value"))

    assert own["authenticationRef"] == {"name": "kafka", "kind": "TriggerAuthentication"}
    assert of_the_cluster["authenticationRef"] == {"name": "kafka", "kind": "ClusterTriggerAuthentication"}
    assert of_the_cluster["metricType"] == "Value"


def test_an_environment_without_scaling_by_events_has_its_replicas() -> None:
    said = {
        "keda": Keda(triggers={"lag": LAG}),
        "environments": {"staging": Overlay(keda=None), "production": Overlay(keda=Keda(max_replicas=50))},
    }
    found = manifests_of("staging", **said)
    assert "ScaledObject" not in found
    assert found["Deployment"]["spec"]["replicas"] == 2
    assert manifests_of("production", **said)["ScaledObject"]["spec"]["maxReplicaCount"] == 50
    assert manifests_of("staging", sets=["keda.enabled=true"], **said)["ScaledObject"]


def test_a_job_becomes_jobs_that_are_started_by_events() -> None:
    own = Keda(max_replicas=20, triggers={"lag": LAG}, jobs=JobScaling(strategy="accurate"))
    found = manifests_of(kind="Job", ports={}, job=Job(backoff_limit=1), keda=own)

    assert "Job" not in found
    spec = found["ScaledJob orders-api"]["spec"]
    pod = spec["jobTargetRef"]["template"]["spec"]
    assert (spec["jobTargetRef"]["backoffLimit"], pod["restartPolicy"]) == (1, "Never")
    assert "ttlSecondsAfterFinished" not in spec["jobTargetRef"]
    assert (spec["minReplicaCount"], spec["maxReplicaCount"], spec["pollingInterval"]) == (0, 20, 30)
    assert (spec["successfulJobsHistoryLimit"], spec["failedJobsHistoryLimit"]) == (5, 5)
    assert spec["scalingStrategy"] == {"strategy": "accurate", "multipleScalersCalculation": "max"}
    assert spec["rollout"] == {"strategy": "gradual", "propagationPolicy": "background"}
    assert spec["triggers"][0]["metadata"]["consumerGroup"] == "orders"


def test_a_component_of_jobs_has_its_own_authentication_and_may_be_paused() -> None:
    login = TriggerAuthentication(pod_identity=PodIdentity(provider="aws"))
    own = Keda(
        min_replicas=1,
        paused=True,
        triggers={"lag": Trigger(kafka=LAG.kafka, authentication="aws")},
        authentications={"aws": login},
        jobs=JobScaling(
            strategy="custom", custom_queue_length_deduction=0, custom_running_job_percentage="0.5", rollout="default"
        ),
    )
    found = manifests_of(components={"import": Component(kind="Job", keda=own)})

    job = found["ScaledJob orders-api-import"]
    assert job["metadata"]["annotations"] == {"autoscaling.keda.sh/paused": "true"}
    assert job["spec"]["minReplicaCount"] == 1
    assert job["spec"]["scalingStrategy"]["customScalingQueueLengthDeduction"] == 0
    assert job["spec"]["scalingStrategy"]["customScalingRunningJobPercentage"] == "0.5"
    assert job["spec"]["triggers"][0]["authenticationRef"]["name"] == "orders-api-import-aws"
    assert "TriggerAuthentication orders-api-import-aws" in found


def test_an_environment_may_run_its_job_once_instead() -> None:
    said: dict[str, Any] = {"kind": "Job", "ports": {}, "keda": Keda(triggers={"lag": LAG})}
    staging = manifests_of("staging", environments={"staging": Overlay(keda=None)}, **said)

    assert "ScaledJob" not in staging
    assert staging["Job"]["spec"]["backoffLimit"] == 3

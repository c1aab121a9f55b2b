"""What scales a workload is valid by Kubernetes' own schemas, and by those of KEDA's and the VPA's CRDs."""

from typing import Any

import pytest

from chartgen import (
    Autoscaling,
    Component,
    ContainerPolicy,
    CronTrigger,
    ExternalMetric,
    Fallback,
    JobScaling,
    KafkaTrigger,
    Keda,
    ObjectMetric,
    ParameterSecret,
    Platform,
    PodAntiAffinity,
    PodIdentity,
    PodsMetric,
    Resources,
    Spread,
    SpreadConstraint,
    Trigger,
    TriggerAuthentication,
    VerticalAutoscaling,
)
from chartgen.schemas.kubernetes import problems
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

LAG = Trigger(
    kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders", tls="enable"),
    authentication="kafka",
    metric_type="AverageValue",
)
DAY = Trigger(
    cron=CronTrigger(time_zone="Europe/Berlin", start="0 8 * * *", end="0 18 * * *", desired_replicas=4),
)
LOGIN = TriggerAuthentication(
    secrets={"password": ParameterSecret(secret="kafka", key="password")},
    env={"username": "KAFKA_USER"},
    pod_identity=PodIdentity(provider="aws", role_arn="arn:aws:iam::1:role/x"),
)
EVENTS: dict[str, Any] = {
    "triggers": {"lag": LAG, "cpu": Trigger(cpu=70), "day": DAY},
    "authentications": {"kafka": LOGIN},
}
CASES: dict[str, dict[str, Any]] = {
    "by metrics": {
        "autoscaling": Autoscaling(
            cpu=150,
            memory="400Mi",
            pods={"a": PodsMetric(metric="requests", average_value="10")},
            objects={
                "b": ObjectMetric(metric="r", api_version="networking.k8s.io/v1", kind="Ingress", name="x", value="1")
            },
            external={"c": ExternalMetric(metric="ready", selector={"queue": "orders"}, average_value="30")},
        )
    },
    "by events": {
        "keda": Keda(
            min_replicas=2, idle_replicas=0, fallback=Fallback(replicas=3), paused=True, paused_replicas=1, **EVENTS
        )
    },
    "jobs by events": {
        "components": {
            "import": Component(
                kind="Job",
                keda=Keda(
                    triggers={"lag": Trigger(kafka=LAG.kafka, authentication="kafka"), "day": DAY},
                    authentications={"kafka": LOGIN},
                    jobs=JobScaling(
                        strategy="custom",
                        custom_queue_length_deduction=1,
                        custom_running_job_percentage="0.5",
                    ),
                ),
            )
        }
    },
    "by a recommendation": {
        "vpa": VerticalAutoscaling(
            mode="Initial",
            min_replicas=2,
            policy=ContainerPolicy(min_cpu="50m", max_memory="1Gi"),
            containers={"proxy": ContainerPolicy(mode="Off")},
        )
    },
    "placed": {
        "resources": Resources(extended={"nvidia.com/gpu": 1}, hugepages={"2Mi": "128Mi"}),
        "arch": "arm64",
        "spot": "prefer",
        "platform": Platform(spot="karpenter"),
        "scheduler": "own",
        "runtime_class": "gvisor",
        "spread": Spread(constraints={"r": SpreadConstraint(topology_key="a.b/c", mode="hard", min_domains=2)}),
        "pod_anti_affinity": [PodAntiAffinity(app="noisy"), PodAntiAffinity(labels={"a": "b"}, weight=None)],
    },
}


@pytest.mark.parametrize("version", ["1.30", "1.37"])
@pytest.mark.parametrize("case", CASES)
def test_what_scales_and_places_a_workload_is_valid(case: str, version: str) -> None:
    found = manifests_of(**CASES[case])

    assert [text for one in found.values() for text in problems(one, version)] == []

"""What an autoscaler looks at, in the manifests."""

from typing import Any

import pytest

from chartgen import (
    Autoscaling,
    Component,
    ContainerTargets,
    ExternalMetric,
    Image,
    ObjectMetric,
    PodsMetric,
    Sidecar,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

PROXY = Sidecar(image=Image(repository="ghcr.io/acme/proxy", tag="1.0.0"))


def metrics_of(*, own: dict[str, Any] | None = None, **said: Any) -> list[dict[str, Any]]:
    found = manifests_of(autoscaling=Autoscaling(**said), **(own or {}))
    metrics: list[dict[str, Any]] = found["HorizontalPodAutoscaler"]["spec"]["metrics"]
    return metrics


def test_a_number_is_a_share_of_the_request_and_text_an_amount_a_copy() -> None:
    cpu, memory = metrics_of(cpu=150, memory="0.5Gi")

    assert cpu["resource"] == {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 150}}
    assert memory["resource"] == {"name": "memory", "target": {"type": "AverageValue", "averageValue": "512Mi"}}


def test_beside_sidecars_the_workloads_own_container_counts() -> None:
    cpu, memory = metrics_of(memory="400Mi", own={"sidecars": {"proxy": PROXY}})

    target = {"type": "Utilization", "averageUtilization": 70}
    assert cpu == {
        "type": "ContainerResource",
        "containerResource": {"container": "orders-api", "name": "cpu", "target": target},
    }
    assert memory["containerResource"]["target"] == {"type": "AverageValue", "averageValue": "400Mi"}


def test_a_component_is_scaled_by_its_own_container() -> None:
    worker = Component(sidecars={"proxy": PROXY}, autoscaling=Autoscaling(cpu=60))
    found = manifests_of(components={"worker": worker})["HorizontalPodAutoscaler"]["spec"]

    assert found["scaleTargetRef"]["name"] == "orders-api-worker"
    assert found["metrics"][0]["containerResource"]["container"] == "worker"


def test_a_sidecar_may_be_looked_at_too() -> None:
    sidecars = {"proxy": ContainerTargets(cpu=80, memory="64Mi")}
    _, cpu, memory = metrics_of(sidecars=sidecars, own={"sidecars": {"proxy": PROXY}})

    assert cpu["containerResource"] == {
        "container": "proxy",
        "name": "cpu",
        "target": {"type": "Utilization", "averageUtilization": 80},
    }
    assert memory["containerResource"]["target"] == {"type": "AverageValue", "averageValue": "64Mi"}


def test_metrics_of_pods_objects_and_from_outside_stand_in_kubernetes_shape() -> None:
    pods, ingress, queue = metrics_of(
        cpu=None,
        pods={"requests": PodsMetric(metric="http_requests_per_second", average_value="1000m")},
        objects={
            "edge": ObjectMetric(
                metric="requests", api_version="networking.k8s.io/v1", kind="Ingress", name="shop", value="2k"
            )
        },
        external={
            "queue": ExternalMetric(metric="queue_messages_ready", selector={"queue": "orders"}, average_value="30")
        },
    )

    assert pods["pods"] == {
        "metric": {"name": "http_requests_per_second"},
        "target": {"type": "AverageValue", "averageValue": "1"},
    }
    assert ingress["object"] == {
        "describedObject": {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "name": "shop"},
        "metric": {"name": "requests"},
        "target": {"type": "Value", "value": "2k"},
    }
    assert queue["external"] == {
        "metric": {"name": "queue_messages_ready", "selector": {"matchLabels": {"queue": "orders"}}},
        "target": {"type": "AverageValue", "averageValue": "30"},
    }

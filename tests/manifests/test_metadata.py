"""Labels and annotations in the manifests."""

import pytest

from chartgen import (
    Annotation,
    Label,
    Prometheus,
)
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm


def test_labels_and_annotations_reach_the_pods_where_marked() -> None:
    found = manifests_of(
        owner="team-orders",
        labels={"tier": "web", "mesh": Label(value="on", pods=True)},
        annotations={"docs": "https://example.com", "logs": Annotation(value="json", pods=True)},
    )
    deployment = found["Deployment"]
    pod = deployment["spec"]["template"]["metadata"]

    assert {"owner": "team-orders", "tier": "web", "mesh": "on"}.items() <= deployment["metadata"]["labels"].items()
    assert deployment["metadata"]["annotations"] == {"docs": "https://example.com", "logs": "json"}
    assert pod["labels"].items() & {("mesh", "on"), ("tier", "web"), ("owner", "team-orders")} == {("mesh", "on")}
    assert pod["annotations"] == {"logs": "json"}


def test_prometheus_finds_the_pods_by_annotations() -> None:
    found = manifests_of(ports={"http": 3000, "metrics": 9090}, prometheus=Prometheus(path="/m"))

    assert found["Deployment"]["spec"]["template"]["metadata"]["annotations"] == {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": "9090",
        "prometheus.io/path": "/m",
    }

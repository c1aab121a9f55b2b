"""The organisation as it runs: its namespace, and its services beside each other there, by Helm 3 and 4 in turn."""

from itertools import cycle
from pathlib import Path

import pytest

from tests.cluster.api import Api
from tests.cluster.examples import words_of
from tests.cluster.plane import until
from tests.cluster.release import HELMS, Release
from tests.cluster.stored import differences, wait_for_autoscalers
from tests.examples.cases import ACME, charts_of_acme

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

COPIES = {"development": 12, "staging": 22, "production": 30}
"""Pods that serve, of all services; the report has none until night."""

SERVICES = [chart for chart in charts_of_acme() if chart.parent != ACME / "namespace"]


@pytest.mark.parametrize("environment", ["development", "staging", "production"])
def test_the_whole_shop_lives_in_its_namespace(environment: str, api: Api, kubeconfig: Path) -> None:
    place = f"shop-{environment}"  # in one cluster here, so each has a name of its own
    chart = ACME / "namespace" / "chart"
    words = (*words_of(chart, environment), "--set", f"namespace.name={place}")
    Release(HELMS[0], kubeconfig, "default", chart, words, place).install()
    releases = [
        Release(helm, kubeconfig, place, chart, words_of(chart, environment), chart.parent.name)
        for chart, helm in zip(SERVICES, cycle(HELMS), strict=False)
    ]

    for release in releases:
        assert "arning" not in release.install(wait=())

    for release in releases:
        assert list(differences(release.manifests(), api, place)) == []
    wait_for_autoscalers(api, place)
    until(lambda: not lacking(api, place), seconds=60)
    assert ready(api, place) == COPIES[environment]
    api.delete({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": place}})


def lacking(api: Api, namespace: str) -> list[str]:
    """Workloads that lack copies."""
    return [
        one["metadata"]["name"]
        for kind in ("Deployment", "StatefulSet")
        for one in api.listed(kind, namespace, "apps/v1")
        if one["status"].get("readyReplicas", 0) != one["spec"]["replicas"]
    ]


def ready(api: Api, namespace: str) -> int:
    """The copies of all workloads together."""
    return sum(
        one["status"].get("readyReplicas", 0)
        for kind in ("Deployment", "StatefulSet")
        for one in api.listed(kind, namespace, "apps/v1")
    )

"""From one environment's values to another's, forwards and back, and from replicas to an autoscaler and back."""

from pathlib import Path

import pytest

from tests.cluster.api import Api
from tests.cluster.examples import words_of
from tests.cluster.namespaces import level, make_namespace
from tests.cluster.release import HELMS, Release
from tests.cluster.stored import differences
from tests.examples.cases import charts, environments

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

SEVERAL = [chart for chart in charts() if len(environments(chart)) > 1 and "namespace" not in chart.parent.name]


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("chart", [pytest.param(chart, id=chart.parent.name) for chart in SEVERAL])
def test_an_example_goes_from_staging_to_production_and_back(
    chart: Path, helm: str, api: Api, kubeconfig: Path
) -> None:
    first, *_, last = reversed(environments(chart))
    namespace = make_namespace(api, level(chart.parent.name))
    staging = Release(helm, kubeconfig, namespace, chart, words_of(chart, first))
    staging.install()
    before = staging.manifests()

    staging.of(words=words_of(chart, last)).upgrade()
    assert list(differences(staging.manifests(), api, namespace)) == []
    scaled = any(one["kind"] == "HorizontalPodAutoscaler" for one in staging.manifests())
    if any(hook["metadata"]["annotations"]["helm.sh/hook"] == "test" for hook in staging.hooks()):
        assert "Succeeded" in staging.test()

    staging.rollback(1)
    assert staging.manifests() == before
    found = differences(before, api, namespace)
    # An autoscaler that is taken away may have the last word: Helm deletes it after it has written the copies.
    assert [one for one in found if not (scaled and ": .spec.replicas: " in one)] == []
    staging.uninstall()

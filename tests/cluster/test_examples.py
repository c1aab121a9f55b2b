"""Each example in each of its environments, in a real cluster, by the newest Helm 3 and Helm 4."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cluster.api import Api, Manifest
from tests.cluster.examples import words_of
from tests.cluster.namespaces import EXCEPTIONS, level, make_namespace
from tests.cluster.plane import until
from tests.cluster.release import HELMS, Release
from tests.cluster.stored import differences, states, wait_for_autoscalers
from tests.cluster.stored import title as title_of
from tests.examples.cases import charts, environments, title

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

CASES = [(chart, environment) for chart in charts() for environment in environments(chart) or [""]]
OF_EVERY_NAMESPACE = {"ConfigMap kube-root-ca.crt", "ServiceAccount default"}


@pytest.fixture
def release(request: pytest.FixtureRequest, api: Api, kubeconfig: Path) -> Release:
    """An example in a namespace that is as strict as it can bear."""
    (chart, environment), helm = request.param
    namespace = make_namespace(api, level(chart.parent.name))
    return Release(helm, kubeconfig, namespace, chart, words_of(chart, environment))


@pytest.mark.parametrize(
    "release",
    [pytest.param((case, helm), id=f"{title(case)}-{helm[5]}") for case in CASES for helm in HELMS],
    indirect=True,
)
def test_an_example_is_installed_upgraded_and_taken_away(release: Release, api: Api) -> None:
    words = release.install()
    assert "arning" not in words or release.chart.parent.name in EXCEPTIONS
    said = release.manifests()
    assert list(differences(said, api, release.namespace)) == []

    wait_for_autoscalers(api, release.namespace)
    before = states(said, api, release.namespace)
    release.upgrade()
    assert release.manifests() == said
    assert states(said, api, release.namespace) == before

    inside = [one for one in said if api.is_in(release.namespace, one)]
    outside = [one for one in said if one not in inside]
    stays = kept(inside) | hooks_that_stay(release.hooks()) | claims(said, api, release.namespace)
    release.uninstall()
    until(lambda: names(api, release.namespace) == stays, seconds=60)
    until(lambda: {title_of(one) for one in outside if api.is_there(one)} == kept(outside), seconds=60)
    take_away([one for one in outside if api.is_there(one)], api)


def take_away(manifests: list[Manifest], api: Api) -> None:
    """What stays outside of the test's namespace, for the next test."""
    for manifest in manifests:
        api.delete(manifest)
    until(lambda: not any(api.is_there(manifest) for manifest in manifests), seconds=60)


def names(api: Api, namespace: str) -> set[str]:
    """Of all that a namespace holds, by chance or by Helm."""
    passing = {"Event", "Endpoints", "EndpointSlice", "Lease"}
    found = {title_of(one) for one in api.all(namespace) if one["kind"] not in passing}
    return found - OF_EVERY_NAMESPACE


def kept(manifests: list[Manifest]) -> set[str]:
    """What the author asked Helm to leave."""
    return {title_of(one) for one in manifests if _annotations(one).get("helm.sh/resource-policy") == "keep"}


def hooks_that_stay(hooks: list[Manifest]) -> set[str]:
    """Helm forgets a hook that ran, unless it was told to delete it."""
    ran = ("pre-install", "post-install", "pre-upgrade", "post-upgrade")
    return {
        title_of(one)
        for one in hooks
        if any(event in _annotations(one)["helm.sh/hook"] for event in ran)
        and "hook-succeeded" not in _annotations(one).get("helm.sh/hook-delete-policy", "before-hook-creation")
    }


def claims(manifests: list[Manifest], api: Api, namespace: str) -> set[str]:
    """A StatefulSet's disks outlive it, unless it says otherwise."""
    found = set()
    for one in manifests:
        if one["kind"] == "StatefulSet":
            policy = one["spec"].get("persistentVolumeClaimRetentionPolicy", {}).get("whenDeleted", "Retain")
            templates = [claim["metadata"]["name"] for claim in one["spec"].get("volumeClaimTemplates", ())]
            starts = tuple(f"PersistentVolumeClaim {claim}-{one['metadata']['name']}-" for claim in templates)
            if policy == "Retain" and starts:
                found |= {name for name in names(api, namespace) if name.startswith(starts)}
    return found


def _annotations(manifest: Manifest) -> Mapping[str, str]:
    found: Mapping[str, str] = manifest["metadata"].get("annotations", {})
    return found

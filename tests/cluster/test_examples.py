"""Each example in each of its environments, in a real cluster, by the newest Helm 3 and Helm 4."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from chartgen.schemas.custom import is_custom
from tests.cluster.api import Api, Manifest
from tests.cluster.plane import until
from tests.cluster.release import Release
from tests.examples.cases import charts, environments, title, values_files
from tests.helms import PROGRAMS

pytestmark = [pytest.mark.cluster, pytest.mark.slow]

CASES = [(chart, environment) for chart in charts() for environment in environments(chart) or [""]]
HELMS = ("helm 3.22", "helm 4.3")
SETS = {"preview": ("--set", "image.tag=pr-7")}
"""What the author of an example leaves to whoever deploys it."""

OF_EVERY_NAMESPACE = {"ConfigMap kube-root-ca.crt", "ServiceAccount default"}


@pytest.fixture
def release(request: pytest.FixtureRequest, api: Api, kubeconfig: Path, namespace: str) -> Release:
    (chart, environment), helm = request.param
    program = PROGRAMS[helm]
    if program is None or not program.exists():
        pytest.skip(f"there is no {helm}; tools/build-helms makes it")
    files = [word for file in values_files(chart, environment) for word in ("-f", str(file))]
    return Release(program, kubeconfig, namespace, chart, (*files, *SETS.get(chart.parent.name, ())))


@pytest.mark.parametrize(
    "release",
    [pytest.param((case, helm), id=f"{title(case)}-{helm[5]}") for case in CASES for helm in HELMS],
    indirect=True,
)
def test_an_example_is_installed_upgraded_and_taken_away(release: Release, api: Api) -> None:
    release.install()
    said = release.manifests()
    assert list(differences(said, api, release.namespace)) == []

    release.upgrade()
    assert release.manifests() == said
    assert list(differences(said, api, release.namespace)) == []

    inside = [one for one in said if api.is_in(release.namespace, one)]
    outside = [one for one in said if one not in inside]
    stays = kept(inside) | hooks_that_stay(release.hooks()) | claims(said, api, release.namespace)
    release.uninstall()
    until(lambda: names(api, release.namespace) == stays, seconds=60)
    until(lambda: {_title(one) for one in outside if api.is_there(one)} == kept(outside), seconds=60)
    take_away([one for one in outside if api.is_there(one)], api)


def differences(manifests: list[Manifest], api: Api, namespace: str) -> Iterator[str]:
    """What an object's manifest says and its stored form does not."""
    for manifest in manifests:
        stored = api.get(manifest, namespace)
        for path in lost(manifest, stored):
            yield f"{_title(manifest)}: {path}"
        if is_custom(manifest["apiVersion"]) and stored["spec"] != manifest["spec"]:
            yield f"{_title(manifest)}: {stored['spec']} is stored, by defaults that the chart does not write out"


def lost(said: Any, stored: Any, path: str = "") -> Iterator[str]:
    """Paths of what is not stored as it was said; what is stored beside it are the server's defaults."""
    if isinstance(said, Mapping) and isinstance(stored, Mapping):
        for key, value in said.items():
            yield from lost(value, stored.get(key), f"{path}.{key}")
    elif isinstance(said, list) and isinstance(stored, list) and len(said) == len(stored):
        for place, (one, other) in enumerate(zip(said, stored, strict=True)):
            yield from lost(one, other, f"{path}[{place}]")
    elif said != stored and not (said is False and stored is None):  # Go leaves out what is false
        yield f"{path}: {said!r} became {stored!r}"


def take_away(manifests: list[Manifest], api: Api) -> None:
    """What stays outside of the test's namespace, for the next test."""
    for manifest in manifests:
        api.delete(manifest)
    until(lambda: not any(api.is_there(manifest) for manifest in manifests), seconds=60)


def names(api: Api, namespace: str) -> set[str]:
    """Of all that a namespace holds, by chance or by Helm."""
    passing = {"Event", "Endpoints", "EndpointSlice", "Lease"}
    found = {_title(one) for one in api.all(namespace) if one["kind"] not in passing}
    return found - OF_EVERY_NAMESPACE


def kept(manifests: list[Manifest]) -> set[str]:
    """What the author asked Helm to leave."""
    return {_title(one) for one in manifests if _annotations(one).get("helm.sh/resource-policy") == "keep"}


def hooks_that_stay(hooks: list[Manifest]) -> set[str]:
    """Helm forgets a hook that ran, unless it was told to delete it."""
    ran = ("pre-install", "post-install", "pre-upgrade", "post-upgrade")
    return {
        _title(one)
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


def _title(manifest: Manifest) -> str:
    return f"{manifest['kind']} {manifest['metadata']['name']}"

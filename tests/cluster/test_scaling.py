"""From replicas to an autoscaler and back: what happens by itself, and that what `generate` tells to do helps."""

import re
from pathlib import Path

import pytest

from tests.cluster.api import Api, Manifest
from tests.cluster.plane import shell, until
from tests.cluster.pods import available
from tests.cluster.release import HELMS, Failed, Release
from tests.cluster.watch import watching
from tests.conftest import Run
from tests.project.breaking import SERVICE

pytestmark = pytest.mark.cluster

DEPLOYMENT = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "ledger"}}
HELM_3, HELM_4 = HELMS
FIXED = "replicas=3,"
SCALED = "autoscaling=Autoscaling(min_replicas=3, max_replicas=9),"


@pytest.fixture
def release(project: Path, kubeconfig: Path, namespace: str, run: Run) -> Release:
    """Three copies of a service, by a release that is called like it."""
    generate(FIXED, project, run)
    return Release(HELM_4, kubeconfig, namespace, project / "chart", name="ledger")


def generate(said: str, project: Path, run: Run) -> str:
    """What it told."""
    (project / "service.py").write_text(SERVICE.format(said=said))
    status, _, messages = run("generate", "--allow-breaking")
    assert status == 0
    return messages


@pytest.mark.parametrize("helm", HELMS)
def test_the_recipe_keeps_all_copies(helm: str, release: Release, project: Path, run: Run, api: Api) -> None:
    release.of(helm=helm).install()
    told = generate(SCALED, project, run)
    first = re.search("first: (.*?); then upgrade once with Helm 4 and (--server-side=true)", told)
    assert first

    with watching(api, "Deployment", release.namespace, "apps/v1") as watch:
        shell(first[1], release.kubeconfig, release.namespace)
        release.upgrade(first[2])
        until(lambda: scaled(api, release))
        assert {copies(moment) for moment in watch.catch_up()} == {3}
    assert available(api.listed("Pod", release.namespace)) == 3


def test_helm_3_goes_down_to_one_copy_until_the_autoscaler_counts(
    release: Release, project: Path, run: Run, api: Api
) -> None:
    release.of(helm=HELM_3).install()
    generate(SCALED, project, run)

    with watching(api, "Deployment", release.namespace, "apps/v1") as watch:
        release.of(helm=HELM_3).upgrade()
        until(lambda: copies({"": api.get(DEPLOYMENT, release.namespace)}) == 3)
        assert next(copies(moment) for moment in watch.catch_up() if copies(moment) != 3) == 1


def test_the_recipe_gives_the_number_back(release: Release, project: Path, run: Run, api: Api) -> None:
    generate(SCALED, project, run)
    release.install()
    until(lambda: copies({"": api.get(DEPLOYMENT, release.namespace)}) == 3)

    told = generate("replicas=4,", project, run)
    upgrade = re.search("upgrade once with (--force-conflicts) in Helm 4; Helm 3 needs no help", told)
    assert upgrade
    release.upgrade(upgrade[1])
    assert copies({"": api.get(DEPLOYMENT, release.namespace)}) == 4


def test_helm_4_takes_the_number_from_nobody_by_itself(release: Release, project: Path, run: Run, api: Api) -> None:
    release.install()
    first = re.search("first: (.*?); then upgrade", generate(SCALED, project, run))
    assert first
    shell(first[1], release.kubeconfig, release.namespace)
    release.upgrade()
    generate("replicas=4,", project, run)

    with pytest.raises(Failed, match=r"conflict.*spec\.replicas"):
        release.upgrade()
    release.upgrade("--force-conflicts")
    assert copies({"": api.get(DEPLOYMENT, release.namespace)}) == 4


def test_helm_3_takes_the_number_back(release: Release, project: Path, run: Run, api: Api) -> None:
    generate(SCALED, project, run)
    release.of(helm=HELM_3).install()
    until(lambda: copies({"": api.get(DEPLOYMENT, release.namespace)}) == 3)
    generate("replicas=4,", project, run)

    release.of(helm=HELM_3).upgrade()
    assert copies({"": api.get(DEPLOYMENT, release.namespace)}) == 4


def copies(deployments: dict[str, Manifest]) -> int:
    """Of the one that is there."""
    [one] = deployments.values()
    number: int = one["spec"]["replicas"]
    return number


def scaled(api: Api, release: Release) -> bool:
    """Whether the autoscaler has looked at it."""
    [scaler] = api.listed("HorizontalPodAutoscaler", release.namespace, "autoscaling/v2")
    return bool(scaler.get("status", {}).get("currentReplicas") == 3)

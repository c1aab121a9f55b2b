"""What may not change: Kubernetes does refuse what `generate` refuses, and what is told then helps."""

import re
from pathlib import Path

import pytest

from tests.cluster.api import Api
from tests.cluster.plane import shell
from tests.cluster.release import HELMS, Failed, Release
from tests.cluster.stored import differences
from tests.conftest import Run
from tests.project.breaking import CHANGES, SERVICE

pytestmark = pytest.mark.cluster

NO_WAIT = ("--timeout", "30s")


@pytest.fixture
def release(project: Path, kubeconfig: Path, namespace: str) -> Release:
    """The chart of a project, by a release that is called like its service."""
    return Release(HELMS[-1], kubeconfig, namespace, project / "chart", name="ledger")


def generate(said: str, project: Path, run: Run) -> str:
    """What it told."""
    (project / "service.py").write_text(SERVICE.format(said=said))
    status, _, messages = run("generate", "--allow-breaking")
    assert status == 0
    return messages


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("change", CHANGES)
def test_an_upgrade_fails_by_itself_and_works_as_it_is_told(
    change: str, helm: str, release: Release, project: Path, run: Run, api: Api
) -> None:
    generate(CHANGES[change].before, project, run)
    release = release.of(helm=helm)
    release.install(wait=NO_WAIT)

    told = generate(CHANGES[change].after, project, run)
    with pytest.raises(Failed, match=r"(?i)immutable|forbidden|may not change|can not be|is invalid"):
        release.upgrade(wait=NO_WAIT)
    if first := re.search("first: (.*?); then upgrade", told):
        shell(first[1], release.kubeconfig, release.namespace)
        release.upgrade(wait=NO_WAIT)
        assert list(differences(release.manifests(), api, release.namespace)) == []

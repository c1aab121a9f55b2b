"""What a ServiceAccount needs for ``status`` and ``wait``: the Role of docs/cluster.md, and not a rule less."""

import re
from pathlib import Path

import pytest
import yaml

from tests.cluster.api import Api, Manifest
from tests.cluster.release import Release
from tests.cluster.services import becomes, pods_are_there, release_of
from tests.conftest import Run

pytestmark = pytest.mark.cluster

DOCS = Path(__file__).parents[2] / "docs" / "cluster.md"
[_PAGE] = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
ROLE: Manifest = yaml.safe_load(_PAGE)

SERVICE = """
    replicas=2,
    components={
        "nightly": Component(kind="CronJob", command=["/app/nightly"], cron_job=CronJob(schedule="0 3 * * *")),
    },
"""
NEEDED_BY_STATUS = [rule for rule in ROLE["rules"] if rule["resources"] != ["pods/log"]]


@pytest.fixture
def release(project: Path, kubeconfig: Path, namespace: str, run: Run) -> Release:
    release = release_of(SERVICE, project, run, kubeconfig, namespace)
    release.install()
    return release


def use(rules: list[Manifest], release: Release, api: Api, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Become a ServiceAccount that may do this and nothing else."""
    subject = {"kind": "ServiceAccount", "name": "watcher", "namespace": release.namespace}
    api.create({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "watcher"}}, release.namespace)
    api.create({**ROLE, "rules": rules}, release.namespace)
    binding = {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "RoleBinding",
        "metadata": {"name": "chartgen"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "chartgen"},
        "subjects": [subject],
    }
    api.create(binding, release.namespace)
    request = {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {}}
    place = f"/api/v1/namespaces/{release.namespace}/serviceaccounts/watcher/token"
    config = yaml.safe_load(release.kubeconfig.read_text(encoding="utf-8"))
    config["users"][0]["user"] = {"token": api.ask("POST", place, request)["status"]["token"]}
    config["contexts"][0]["context"]["namespace"] = release.namespace
    (project / "kubeconfig").write_text(yaml.safe_dump(config), encoding="utf-8")
    monkeypatch.setenv("KUBECONFIG", str(project / "kubeconfig"))


def test_the_role_is_enough(
    release: Release, api: Api, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(ROLE["rules"], release, api, project, monkeypatch)

    status, _, messages = run("wait", ".", "--timeout", "30s")
    assert (status, messages) == (0, "")
    status, output, messages = run("status", ".")
    assert (status, messages) == (0, "")
    assert output.startswith(f"orders in {release.namespace}: healthy\n")


@pytest.mark.parametrize("rule", NEEDED_BY_STATUS, ids=lambda rule: "-".join(rule["resources"]))
def test_without_any_of_its_rules_status_says_what_it_may_not(
    rule: Manifest, release: Release, api: Api, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    use([one for one in ROLE["rules"] if one != rule], release, api, project, monkeypatch)

    status, output, messages = run("status", ".")
    assert (status, output) == (4, "")
    found = re.match(r"error: the cluster does not allow to list (\w+) in the namespace test-\d+ \(403\): ", messages)
    assert found
    assert found[1] in rule["resources"]


@pytest.mark.parametrize("resource", ["deployments", "cronjobs", "pods"])
def test_without_watch_wait_says_what_it_may_not(
    resource: str, release: Release, api: Api, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [{**rule, "verbs": ["list"]} if resource in rule["resources"] else rule for rule in ROLE["rules"]]
    deployment = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "orders"}}
    template = {"metadata": {"annotations": {"version": "next"}}}
    api.patch(deployment, {"spec": {"paused": True, "template": template}}, release.namespace)
    use(rules, release, api, project, monkeypatch)

    status, _, messages = run("wait", ".", "--timeout", "30s")
    assert status == 4
    assert (
        f"error: the cluster does not allow to watch {resource} in the namespace {release.namespace} (403)" in messages
    )


def test_without_its_log_a_crash_is_still_told(
    release: Release, api: Api, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    use([rule for rule in ROLE["rules"] if rule["resources"] != ["pods/log"]], release, api, project, monkeypatch)
    for pod in pods_are_there(api, release.namespace, 2):
        becomes(api, pod, {"waiting": {"reason": "CrashLoopBackOff"}}, restartCount=2)

    status, _, messages = run("wait", ".", "--timeout", "2s")
    assert status == 1
    assert "the container orders ends again and again" in messages
    assert "(the cluster does not allow to get pods/log" in messages


def test_a_token_that_nobody_knows(release: Release, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    config = yaml.safe_load(release.kubeconfig.read_text(encoding="utf-8"))
    config["users"][0]["user"] = {"token": "of-yesterday"}
    (project / "kubeconfig").write_text(yaml.safe_dump(config), encoding="utf-8")
    monkeypatch.setenv("KUBECONFIG", str(project / "kubeconfig"))

    status, _, messages = run("status", ".")
    assert status == 4
    assert "error: the cluster does not know who asks to list deployments in the namespace default (401)" in messages
    assert "of-yesterday" not in messages

"""A chart that `helm create` made, running, becomes chartgen's: every object stays the one it was."""

import subprocess
from pathlib import Path

import pytest

from chartgen import Identity, Image
from tests.cluster.api import Api, Manifest
from tests.cluster.charts import chart_of
from tests.cluster.plane import shell, until
from tests.cluster.pods import available
from tests.cluster.release import HELMS, Failed, Release
from tests.cluster.stored import differences, title
from tests.cluster.watch import watching
from tests.helms import PROGRAMS

pytestmark = pytest.mark.cluster

HELM_3, HELM_4 = HELMS
SELECTOR = {"app.kubernetes.io/name": "orders-api", "app.kubernetes.io/instance": "shop"}
RUNNING = ("--set", "replicaCount=3")
WAYS = {
    "Helm 3": (HELM_3, HELM_3, ()),
    "Helm 4": (HELM_4, HELM_4, ()),
    "Helm 4 from Helm 3": (HELM_3, HELM_4, ()),
    "Helm 4 from Helm 3, server-side": (HELM_3, HELM_4, ("--server-side=true", "--force-conflicts")),
}
"""Who installed it, who upgrades it, and how."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A chart as `helm create` leaves it."""
    program = str(PROGRAMS[HELM_3])
    subprocess.run([program, "create", "orders-api"], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    return tmp_path / "orders-api"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """What a team writes in its place: the labels that run are stated, the rest is told by the same rules."""
    return chart_of(
        tmp_path,
        name="orders-api",
        image=Image(repository="nginx", tag="1.16.0"),
        ports={"http": 80},
        replicas=3,
        identity=Identity(selector=SELECTOR),
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_release_is_taken_over_and_no_object_is_made_anew(
    way: str, made: Path, ours: Path, api: Api, kubeconfig: Path, namespace: str
) -> None:
    first, then, words = WAYS[way]
    old = Release(first, kubeconfig, namespace, made, RUNNING, name="shop")
    old.install()
    before = uids(old.manifests(), api, namespace)

    with watching(api, "Pod", namespace) as watch:
        new = old.of(ours, (), helm=then)
        new.upgrade(*words)
        until(lambda: len(api.listed("Pod", namespace)) == 3)
        moments = watch.catch_up()
    after = uids(new.manifests(), api, namespace)
    assert {name: after[name] for name in before} == before
    assert set(before) == {"Deployment shop-orders-api", "Service shop-orders-api", "ServiceAccount shop-orders-api"}
    assert list(differences(new.manifests(), api, namespace)) == []
    assert containers(api, namespace) == ["orders-api"]
    assert min(available(pods.values()) for pods in moments) >= 3


def test_server_side_apply_takes_it_over_too(
    made: Path, ours: Path, api: Api, kubeconfig: Path, namespace: str
) -> None:
    apply = f"{PROGRAMS[HELM_4]} template shop %s | kubectl apply --server-side --field-manager=deployer -f -"
    shell(apply % f"{made} {' '.join(RUNNING)} --skip-tests", kubeconfig, namespace)
    names = [manifest("apps/v1", "Deployment"), manifest("v1", "Service"), manifest("v1", "ServiceAccount")]
    before = uids(names, api, namespace)

    shell(apply % f"{ours} --skip-tests", kubeconfig, namespace)
    assert uids(names, api, namespace) == before
    assert containers(api, namespace) == ["orders-api"]


def test_without_its_labels_it_is_refused(
    made: Path, tmp_path: Path, api: Api, kubeconfig: Path, namespace: str
) -> None:
    old = Release(HELM_3, kubeconfig, namespace, made, RUNNING, name="shop")
    old.install()
    other = chart_of(tmp_path, name="orders-api", image=Image(repository="nginx", tag="1.16.0"), replicas=3)

    with pytest.raises(Failed, match="field is immutable"):
        old.of(other, ()).upgrade()


def uids(manifests: list[Manifest], api: Api, namespace: str) -> dict[str, str]:
    return {title(one): api.get(one, namespace)["metadata"]["uid"] for one in manifests}


def manifest(version: str, kind: str) -> Manifest:
    return {"apiVersion": version, "kind": kind, "metadata": {"name": "shop-orders-api"}}


def containers(api: Api, namespace: str) -> list[str]:
    """Names of those that the Deployment has: an old one beside the new would be a second."""
    stored = api.get(manifest("apps/v1", "Deployment"), namespace)
    return [one["name"] for one in stored["spec"]["template"]["spec"]["containers"]]

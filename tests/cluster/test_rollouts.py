"""What users of a service would notice while it is upgraded, scaled by hand, or its node is emptied."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from chartgen import Autoscaling, Component, ConfigMap, ConfigMapKey, Hook, Job
from tests.cluster.api import Api, Manifest, Refused
from tests.cluster.charts import chart_of
from tests.cluster.plane import until
from tests.cluster.pods import MAIN, available, of, uids
from tests.cluster.release import HELMS, Failed, Release
from tests.cluster.watch import watching

pytestmark = pytest.mark.cluster

DEPLOYMENT = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "orders"}}
NOWHERE = {"example.com/node": "none-that-is-here"}

MIGRATION = {"migrate": Component(kind="Job", command=["/app/migrate"], job=Job(hook=Hook()))}
FAILING = {
    "migrate": Component(
        kind="Job",
        command=["/app/migrate"],
        job=Job(hook=Hook(), deadline_seconds=1),
        node_selector=NOWHERE,  # so that it runs out of time: no container here can fail
    ),
}

Make = Callable[..., Release]


@pytest.fixture
def make(kubeconfig: Path, namespace: str, tmp_path: Path) -> Make:
    """A release of a service that says this, by the newest Helm unless another is asked for."""

    def make(helm: str = HELMS[-1], /, **said: object) -> Release:
        return Release(helm, kubeconfig, namespace, chart_of(tmp_path, **said))

    return make


def test_an_upgrade_never_has_fewer_copies_than_it_should(make: Make, api: Api, namespace: str) -> None:
    first = make(replicas=3, config={"LEVEL": "info"})
    first.install()

    with watching(api, "Pod", namespace) as watch:
        first.of(make(replicas=3, config={"LEVEL": "debug"}).chart).upgrade()
        until(lambda: len(api.listed("Pod", namespace)) == 3)
        moments = watch.catch_up()
    assert not uids(moments[0].values()) & uids(moments[-1].values())
    assert min(available(pods.values()) for pods in moments) == 3


def test_a_version_that_never_becomes_ready_leaves_all_old_copies(make: Make, api: Api, namespace: str) -> None:
    first = make(replicas=3)
    first.install()

    with watching(api, "Pod", namespace) as watch:
        with pytest.raises(Failed):
            first.of(make(replicas=3, node_selector=NOWHERE).chart).upgrade(wait=("--wait", "--timeout", "3s"))
        moments = watch.catch_up()
    assert len(moments[-1]) == 4
    assert min(available(pods.values()) for pods in moments) == 3
    assert uids(moments[0].values()) < uids(moments[-1].values())


@pytest.mark.parametrize("helm", HELMS)
def test_copies_that_the_autoscaler_set_stay_in_an_upgrade(helm: str, make: Make, api: Api, namespace: str) -> None:
    scaling = Autoscaling(min_replicas=2, max_replicas=10)
    release = make(helm, autoscaling=scaling, config={"LEVEL": "info"})
    release.install()
    api.patch(DEPLOYMENT, {"spec": {"replicas": 7}}, namespace, "/scale")
    until(lambda: available(api.listed("Pod", namespace)) == 7)

    with watching(api, "Pod", namespace) as watch:
        release.of(make(autoscaling=scaling, config={"LEVEL": "debug"}).chart).upgrade()
        moments = watch.catch_up()
    assert api.get(DEPLOYMENT, namespace)["spec"]["replicas"] == 7
    assert min(available(pods.values()) for pods in moments) == 7


def test_a_change_of_configuration_rolls_exactly_what_reads_it(make: Make, api: Api, namespace: str) -> None:
    def says(rate: str) -> Release:
        return make(
            config={"LEVEL": "info"},
            config_maps={"limits": ConfigMap(data={"rate": rate}), "other": ConfigMap(data={"rate": "1"})},
            env={"OTHER": ConfigMapKey(own="other", key="rate")},
            components={
                "reader": Component(env={"RATE": ConfigMapKey(own="limits", key="rate")}),
                "worker": Component(command=["/app/worker"]),
            },
        )

    first = says("20")
    first.install()
    before = {pod["metadata"]["name"]: pod for pod in api.listed("Pod", namespace)}
    first.of(says("200").chart).upgrade()
    until(lambda: len(api.listed("Pod", namespace)) == len(before))

    after = {pod["metadata"]["name"]: pod for pod in api.listed("Pod", namespace)}
    same = {name: uids(of(name, before)) == uids(of(name, after)) for name in (MAIN, "reader", "worker")}
    assert same == {MAIN: True, "reader": False, "worker": True}


def test_another_version_of_the_library_chart_rolls_nothing(make: Make, api: Api, namespace: str) -> None:
    first = make(config={"LEVEL": "info"}, components={"worker": Component(command=["/app/worker"])})
    first.install()
    before = uids(api.listed("Pod", namespace))

    newer = make(config={"LEVEL": "info"}, components={"worker": Component(command=["/app/worker"])}).chart
    count = renumber_the_library(newer)
    first.of(newer).upgrade()
    assert count > 100
    assert uids(api.listed("Pod", namespace)) == before
    assert api.get(DEPLOYMENT, namespace)["metadata"]["generation"] == 1


@pytest.mark.parametrize(
    ("said", "least"),
    [
        pytest.param({"replicas": 1}, 0, id="one copy"),
        pytest.param({"replicas": 2}, 1, id="two copies"),
        pytest.param({"replicas": 6}, 5, id="six copies"),
        pytest.param({"autoscaling": Autoscaling(min_replicas=3, max_replicas=5)}, 2, id="an autoscaler"),
        pytest.param({"kind": "StatefulSet", "replicas": 3}, 2, id="a StatefulSet"),
    ],
)
def test_emptying_a_node_keeps_to_the_budget_and_ends(
    said: dict[str, object], least: int, make: Make, api: Api, namespace: str
) -> None:
    make(**said).install()
    until(lambda: available(api.listed("Pod", namespace)) > least)
    until(
        lambda: all(
            one["status"].get("disruptionsAllowed") for one in api.listed("PodDisruptionBudget", namespace, "policy/v1")
        )
    )
    node = api.listed("Pod", namespace)[0]["spec"]["nodeName"]

    with watching(api, "Pod", namespace) as watch, emptied(node, api):
        until(lambda: not evict(node, namespace, api), seconds=60)
        until(lambda: available(api.listed("Pod", namespace)) > least)
        moments = watch.catch_up()
    assert min(available(pods.values()) for pods in moments) >= least
    assert not any(pod["spec"].get("nodeName") == node for pod in moments[-1].values())


def test_a_migration_has_the_new_configuration_and_ends_before_the_first_new_pod(
    make: Make, api: Api, namespace: str
) -> None:
    first = make(config={"LEVEL": "info"}, components=MIGRATION)
    first.install()

    with watching(api, "Pod", namespace) as watch, watching(api, "ConfigMap", namespace) as maps:
        first.of(make(config={"LEVEL": "debug"}, components=MIGRATION).chart).upgrade()
        moments, held = watch.catch_up(), maps.catch_up()
    migrations, news = new("migrate", moments), new(MAIN, moments)
    ended = [pod for pod in migrations if pod["status"].get("phase") == "Succeeded"]
    assert version(ended[0]) < version(news[0])
    name = migrations[0]["spec"]["containers"][0]["envFrom"][0]["configMapRef"]["name"]
    seen = [one[name] for one in held if name in one and version(one[name]) < version(migrations[0])]
    assert seen[-1]["data"]["LEVEL"] == "debug"


def test_a_migration_that_fails_leaves_the_old_pods_alone_and_the_next_upgrade_works(
    make: Make, api: Api, namespace: str
) -> None:
    first = make(config={"LEVEL": "info"}, components=MIGRATION)
    first.install()
    before, deployment = of(MAIN, by_name(api, namespace)), api.get(DEPLOYMENT, namespace)

    broken = make(config={"LEVEL": "debug"}, components=FAILING)
    with pytest.raises(Failed):
        first.of(broken.chart).upgrade()
    assert uids(of(MAIN, by_name(api, namespace))) == uids(before)
    assert api.get(DEPLOYMENT, namespace)["metadata"]["generation"] == deployment["metadata"]["generation"]

    first.of(make(config={"LEVEL": "debug"}, components=MIGRATION).chart).upgrade()
    assert not uids(of(MAIN, by_name(api, namespace))) & uids(before)


def by_name(api: Api, namespace: str) -> dict[str, Manifest]:
    return {pod["metadata"]["name"]: pod for pod in api.listed("Pod", namespace)}


def new(component: str, moments: list[dict[str, Manifest]]) -> list[Manifest]:
    """The states of the pods that were not there at first."""
    old = uids(moments[0].values())
    return [pod for pods in moments for pod in of(component, pods) if pod["metadata"]["uid"] not in old]


def version(stored: Manifest) -> int:
    """When it was stored, in the order of all that is."""
    return int(stored["metadata"]["resourceVersion"])


@contextmanager
def emptied(node: str, api: Api) -> Iterator[None]:
    """A node that takes no more pods, as `kubectl cordon` leaves it."""
    manifest = {"apiVersion": "v1", "kind": "Node", "metadata": {"name": node}}
    api.patch(manifest, {"spec": {"unschedulable": True}})
    try:
        yield
    finally:
        api.patch(manifest, {"spec": {"unschedulable": None}})


def evict(node: str, namespace: str, api: Api) -> list[Manifest]:
    """Asks each pod of a namespace on a node to leave, as `kubectl drain` does; those that are still there."""
    there = [pod for pod in api.listed("Pod", namespace) if pod["spec"].get("nodeName") == node]
    for pod in there:
        metadata = {"name": pod["metadata"]["name"], "namespace": namespace}
        try:
            body = {"apiVersion": "policy/v1", "kind": "Eviction", "metadata": metadata}
            api.ask("POST", f"/api/v1/namespaces/{namespace}/pods/{metadata['name']}/eviction", body)
        except Refused as problem:
            if not any(words in str(problem) for words in ("disruption budget", "not found")):
                raise
    return there


def renumber_the_library(chart: Path) -> int:
    """Another version of the library chart that prints the same; how often its number stood in the chart."""
    [library] = (chart / "charts").iterdir()
    version = yaml.safe_load((library / "Chart.yaml").read_text())["version"]
    count = 0
    for file in chart.rglob("*"):
        if file.is_file() and file.name != "values.yaml":
            text = file.read_text()
            count += text.count(version)
            file.write_text(text.replace(version, "9.9.9"))
    return count

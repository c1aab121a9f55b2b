"""Names as long as they can be: of releases, services, components, environments and what they hold."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from chartgen import (
    Autoscaling,
    ClaimTemplate,
    Component,
    ConfigMap,
    ConfigMapKey,
    CronJob,
    Hook,
    Job,
    Overlay,
    OwnedClaim,
    Rollout,
    ServiceSpec,
    StatefulSet,
    Volume,
)
from tests.cluster.api import Api
from tests.cluster.charts import chart_of
from tests.cluster.release import HELMS, Release
from tests.cluster.stored import differences

pytestmark = pytest.mark.cluster


def long(begin: str, length: int) -> str:
    """A name of that length."""
    return f"{begin}-{'abcdefgh-' * 9}"[: length - 1] + "z"


RELEASE, SERVICE, COMPONENT, ENVIRONMENT = long("release", 53), long("service", 63), long("part", 63), long("env", 63)
CONTENT: Mapping[str, Mapping[str, Any]] = {
    "a Deployment": {
        "autoscaling": Autoscaling(),
        "config": {"LEVEL": "info"},
        "config_maps": {long("map", 63): ConfigMap(data={"rate": "20"})},
        "env": {"RATE": ConfigMapKey(own=long("map", 63), key="rate")},
        "services": {long("each", 63): ServiceSpec(headless=True)},
        "components": {
            COMPONENT: Component(ports={"http": 3000}, config={"LEVEL": "debug"}),
            f"{COMPONENT[:-1]}y": Component(ports={"http": 3000}),
            "night": Component(kind="CronJob", command=["/x"], cron_job=CronJob(schedule="0 1 * * *")),
            long("migrate", 63): Component(kind="Job", command=["/x"], job=Job(hook=Hook())),
            long("once", 63): Component(kind="Job", command=["/x"]),
        },
    },
    "a StatefulSet": {
        "kind": "StatefulSet",
        "stateful_set": StatefulSet(claims={"data": ClaimTemplate(size="1Gi", mounts=["/data"])}),
    },
    "a DaemonSet": {"kind": "DaemonSet"},
    "a CronJob": {"kind": "CronJob", "ports": {}, "cron_job": CronJob(schedule="0 1 * * *")},
    "a disk": {
        "replicas": 1,
        "rollout": Rollout(strategy="Recreate"),
        "volumes": {"cache": Volume(mounts=["/cache"], owned_claim=OwnedClaim(size="1Gi"))},
    },
}


@pytest.mark.parametrize("helm", HELMS)
@pytest.mark.parametrize("content", CONTENT)
def test_the_longest_names_install(
    content: str, helm: str, api: Api, kubeconfig: Path, namespace: str, tmp_path: Path
) -> None:
    chart = chart_of(tmp_path, name=SERVICE, environments={ENVIRONMENT: Overlay()}, **CONTENT[content])
    words = ("-f", str(chart / f"values-{ENVIRONMENT}.yaml"))
    release = Release(helm, kubeconfig, namespace, chart, words, name=RELEASE)
    release.install()
    assert list(differences(release.manifests(), api, namespace)) == []
    assert api.listed("Pod", namespace) or CONTENT[content].get("kind") == "CronJob"

    release.upgrade()
    release.uninstall()

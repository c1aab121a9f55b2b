"""Our verdict on a rollout is kubectl's, and so is what we read in kubeconfigs, whatever is said there."""

import json
import os
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chartgen.cluster.kubeconfig import namespace_of, read_kubeconfig
from chartgen.cluster.rollout import judge
from tests.cluster.api import Api, Manifest
from tests.cluster.plane import must_be_built
from tests.cluster.still import kubectl, standing_still

pytestmark = pytest.mark.cluster

some = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

LABELS = {"app": "orders"}
TEMPLATE = {"metadata": {"labels": LABELS}, "spec": {"containers": [{"name": "orders", "image": "orders:1"}]}}
COMMON: Manifest = {"selector": {"matchLabels": LABELS}, "template": TEMPLATE}

copies = st.integers(0, 4)
generations = st.sampled_from([0, 1, 1, 1])
"""Mostly the one that is there."""


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    must_be_built()
    with standing_still(tmp_path_factory.mktemp("still")) as kubeconfig:
        yield kubeconfig


@st.composite
def replicas(draw: st.DrawFn) -> Mapping[str, int]:
    """Numbers that an API server takes: no more are ready than are there, no more available than ready."""
    total = draw(copies)
    updated, ready = draw(st.integers(0, total)), draw(st.integers(0, total))
    return {
        "replicas": total,
        "updatedReplicas": updated,
        "readyReplicas": ready,
        "availableReplicas": draw(st.integers(0, ready)),
    }


@some
@given(wanted=copies, paused=st.booleans(), late=st.booleans(), seen=generations, status=replicas())
@example(
    wanted=2,
    paused=True,
    late=False,
    seen=1,
    status={"replicas": 2, "updatedReplicas": 2, "readyReplicas": 2, "availableReplicas": 2},
)
def test_deployments(
    *, still: Path, wanted: int, paused: bool, late: bool, seen: int, status: Mapping[str, int]
) -> None:
    reason = "ProgressDeadlineExceeded" if late else "ReplicaSetUpdated"
    progressing = {"type": "Progressing", "status": "False" if late else "True", "reason": reason}
    said = {**status, "observedGeneration": seen, "conditions": [progressing]}

    assert_agree(still, "Deployment", {**COMMON, "replicas": wanted, "paused": paused}, said)


@some
@given(wanted=copies, partition=st.integers(0, 4), revision=st.sampled_from("ab"), seen=generations, status=replicas())
@example(
    wanted=2,
    partition=0,
    revision="b",
    seen=1,
    status={"replicas": 2, "updatedReplicas": 2, "readyReplicas": 2, "availableReplicas": 2},
)
def test_stateful_sets(
    still: Path, wanted: int, partition: int, revision: str, seen: int, status: Mapping[str, int]
) -> None:
    strategy = {"type": "RollingUpdate", "rollingUpdate": {"partition": partition}}
    said = {**status, "observedGeneration": seen, "currentRevision": "a", "updateRevision": revision}

    spec = {**COMMON, "serviceName": "orders", "replicas": wanted, "updateStrategy": strategy}
    assert_agree(still, "StatefulSet", spec, said)


@some
@given(wanted=copies, updated=copies, available=copies, seen=generations)
def test_daemon_sets(still: Path, wanted: int, updated: int, available: int, seen: int) -> None:
    said = {
        "desiredNumberScheduled": wanted,
        "updatedNumberScheduled": updated,
        "numberAvailable": available,
        "currentNumberScheduled": wanted,
        "numberMisscheduled": 0,
        "numberReady": available,
        "observedGeneration": seen,
    }
    assert_agree(still, "DaemonSet", COMMON, said)


def assert_agree(kubeconfig: Path, kind: str, spec: Manifest, status: Mapping[str, Any]) -> None:
    """As an API server keeps it, with its defaults."""
    api, manifest = Api.of(kubeconfig), {"apiVersion": "apps/v1", "kind": kind, "metadata": {"name": "orders"}}
    api.create({**manifest, "spec": spec})
    try:
        api.patch(manifest, {"status": status}, part="/status")
        verdict = judge({**api.get(manifest), "kind": kind})
        assert verdict.state == _by_kubectl(kubeconfig, kind), verdict.text
    finally:
        api.ask("DELETE", f"{api.place_of(kind, 'default', 'apps/v1')}/orders?propagationPolicy=Background")


def _by_kubectl(kubeconfig: Path, kind: str) -> str:
    said = kubectl(kubeconfig, "rollout", "status", kind.lower(), "orders", "--watch=false")
    if said.returncode:
        return "failed"
    return "waiting" if "aiting for" in said.stdout else "done"


names = st.sampled_from(["a", "b", "c"])
paths = st.sampled_from(["ca.crt", "keys/ca.crt", "../ca.crt"])
clusters = st.fixed_dictionaries(
    {"server": st.sampled_from(["https://one", "https://two"])}, optional={"certificate-authority": paths}
)
contexts = st.fixed_dictionaries(
    {"cluster": names, "user": names}, optional={"namespace": st.sampled_from(["shop", "stock"])}
)
users = st.fixed_dictionaries({}, optional={"token": names, "client-certificate": paths})


def entries(singular: str, one: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Names are unique within a file."""
    return st.dictionaries(names, one, max_size=3).map(
        lambda many: [{"name": name, singular: said} for name, said in many.items()]
    )


files = st.fixed_dictionaries(
    {"apiVersion": st.just("v1"), "kind": st.just("Config")},
    optional={
        "clusters": entries("cluster", clusters),
        "contexts": entries("context", contexts),
        "users": entries("user", users),
        "current-context": st.sampled_from(["a", "b", ""]),
    },
)


@some
@given(said=st.lists(st.none() | files, min_size=1, max_size=3))
def test_several_kubeconfigs(tmp_path: Path, said: list[dict[str, Any] | None]) -> None:
    """A file that is named and not there counts for nothing; paths are meant from the folder of their file."""
    must_be_built()
    together = os.pathsep.join(str(_written(tmp_path / str(number), one)) for number, one in enumerate(said))

    ours = read_kubeconfig(None, {"KUBECONFIG": together}) or {}
    theirs = json.loads(kubectl(together, "config", "view", "--flatten", "-o", "json").stdout)

    assert ours.get("current-context", "") == theirs["current-context"]
    for key, singular in (("clusters", "cluster"), ("contexts", "context"), ("users", "user")):
        assert _by_name(ours.get(key), singular) == _by_name(theirs[key], singular)
    for context in theirs["contexts"] or ():
        assert namespace_of(ours, context["name"]) == context["context"].get("namespace", "default")


def _written(folder: Path, said: dict[str, Any] | None) -> Path:
    """A kubeconfig, and beside it files that say where they are."""
    config = folder / "config"
    for file in (folder / "ca.crt", folder / "keys" / "ca.crt", folder.parent / "ca.crt"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(file), encoding="utf-8")
    config.unlink(missing_ok=True)
    if said is not None:
        config.write_text(yaml.safe_dump(said), encoding="utf-8")
    return config


def _by_name(many: list[dict[str, Any]] | None, singular: str) -> dict[str, dict[str, Any]]:
    """What files hold in place of their paths, as ``--flatten`` does it."""
    return {one["name"]: dict(_flat(key, value) for key, value in one[singular].items()) for one in many or ()}


def _flat(key: str, value: str) -> tuple[str, str]:
    if key in ("certificate-authority", "client-certificate"):
        return f"{key}-data", b64encode(Path(value).read_bytes()).decode()
    return key, "REDACTED" if key == "token" else value

"""Locks in values.schema.json: every Helm refuses what breaks one and prints its reason; waived ones are not there."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chartgen.charting.locks import places, signs
from chartgen.charting.quantities import within
from chartgen.helm import Engine, RenderFailed
from chartgen.models.types import millis
from tests.conftest import Run

SERVICE = """
from chartgen import *

service = Service(
    name="orders-api",
    presets=["acme"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replicas=3,
    labels={"team": "team-orders"},
    priority_class="high",
    stdin=True,
    pod_extra={"preemptionPolicy": "Never"},
    network_policy=NetworkPolicy(),
    sidecars={"mesh": Sidecar(image=Image(repository="ghcr.io/acme/mesh", tag="1.0.1"))},
    init_containers={"wait": InitContainer(image=Image(repository="ghcr.io/acme/wait", tag="1.0.1"))},
    components={"worker": Component(replicas=2, ports={"admin": 9000})},
    environments={
        "dev": Overlay(),
        "production": Overlay(autoscaling=Autoscaling(min_replicas=3, max_replicas=10)),
        "production-eu": Overlay(extends="production"),
    },
    waivers=[WAIVERS],
)
"""

CASES = {
    "equals": ('Lock("service.type", equals="ClusterIP", REASON)', "service.type=NodePort"),
    "equals, a flag": (
        'Lock("security_context.read_only_root_filesystem", equals=True, REASON)',
        "securityContext.readOnlyRootFilesystem=false",
    ),
    "one of": ('Lock("rollout.strategy", one_of=["RollingUpdate"], REASON)', "strategy.type=Recreate"),
    "at least": ('Lock("replicas", at_least=3, REASON)', "replicaCount=2"),
    "at most, under a switch": ('Lock("autoscaling.max_replicas", at_most=20, REASON)', "autoscaling.maxReplicas=21"),
    "at least, a quantity": ('Lock("resources.memory", at_least="128Mi", REASON)', "resources.requests.memory=127Mi"),
    "at most, what follows": (
        'Lock("resources.memory_limit", at_most="1Gi", REASON)',
        "resources.limits.memory=1025Mi",
    ),
    "matches": ('Lock("labels.team", matches="^team-", REASON)', "commonLabels.team=orders"),
    "matches, and taken away": ('Lock("labels.team", matches="^team-", REASON)', "commonLabels.team=null"),
    "present, a section": ('Lock("network_policy", present=True, REASON)', "networkPolicy.enabled=false"),
    "present, a field": ('Lock("priority_class", present=True, REASON)', "priorityClassName="),
    "present, an entry": ('Lock("labels.team", present=True, REASON)', "commonLabels.team=null"),
    "absent, an entry": ('Lock("env.DEBUG", absent=True, REASON)', "env.DEBUG.value=yes"),
    "absent, a field": ('Lock("scheduler", absent=True, REASON)', "schedulerName=mine"),
    "every port": ('Lock("ports.*.port", at_least=1024, REASON)', "containerPorts.http.containerPort=80"),
    "every component": ('Lock("components.*.replicas", at_least=2, REASON)', "components.worker.replicaCount=1"),
    "every container": ('Lock("*.image.repository", matches="^ghcr.io/acme/", REASON)', "image.repository=other/x"),
    "every sidecar": (
        'Lock("*.image.repository", matches="^ghcr.io/acme/", REASON)',
        "sidecars.mesh.image.repository=x",
    ),
    "every init container": (
        'Lock("*.image.repository", matches="^ghcr.io/acme/", REASON)',
        "initContainers[0].image.repository=x",
    ),
    "equals, a flag that is off": ('Lock("host.network", equals=False, REASON)', "hostNetwork=true"),
    "equals, a flag that is on": ('Lock("stdin", equals=True, REASON)', "stdin=null"),
    "absent, a section in a section": (
        'Lock("ports.*.host_port", absent=True, REASON)',
        "containerPorts.http.hostPort=80",
    ),
    "absent, a section that only its fields show": ('Lock("host", absent=True, REASON)', "hostPID=true"),
    "absent, in items of a list": ('Lock("volumes.*.nfs", absent=True, REASON)', "volumes[0].nfs.path=/"),
    "every item of a list": (
        'Lock("security_context.drop_capabilities.*", one_of=["ALL"], REASON)',
        "securityContext.capabilities.drop[0]=KILL",
    ),
    "absent, in a raw field": ('Lock("pod_extra.overhead", absent=True, REASON)', "podExtra.overhead.cpu=1"),
    "equals, in a raw field": (
        'Lock("pod_extra.preemptionPolicy", equals="Never", REASON)',
        "podExtra.preemptionPolicy=x",
    ),
    "at least, where it is set": (
        'Lock("security_context.run_as_user", at_least=1, if_set=True, REASON)',
        "securityContext.runAsUser=0",
    ),
    "registries": ('registries=["ghcr.io/acme"]', "image.repository=ghcr.io/acmes/x"),
}
"""A lock, and what breaks it on Helm's command line."""


Chart = Callable[..., Path]


@pytest.fixture
def chart(project: Path, run: Run) -> Chart:
    """Generate the chart of the service with a preset that has the lock, and the service the waivers."""

    def generate(lock: str, waivers: str = "", *words: str) -> Path:
        said = lock if lock.startswith("registries") else f"locks=[{lock}]".replace("REASON", 'reason="we say so"')
        (project / "presets").mkdir(exist_ok=True)
        (project / "presets" / "acme.py").write_text(f'from chartgen import *\npreset = Preset(name="acme", {said})\n')
        (project / "service.py").write_text(SERVICE.replace("WAIVERS", waivers))
        status, _, messages = run("generate", *words)
        assert (status, messages) == (0, "")
        return project / "chart"

    return generate


def render(engine: Engine, chart: Path, environment: str, *sets: str) -> str:
    overlay = [chart / f"values-{environment}.yaml"] if environment else []
    return engine.render(chart, release="r", values_files=overlay, sets=sets, kube_version="1.37.0")


@pytest.mark.helm
@pytest.mark.parametrize(("lock", "breaks"), CASES.values(), ids=CASES)
def test_helm_refuses_what_breaks_a_lock_and_says_why(chart: Chart, engine: Engine, lock: str, breaks: str) -> None:
    folder = chart(lock)

    for environment in ("", "production"):
        render(engine, folder, environment)
    with pytest.raises(RenderFailed, match=r"locked by preset acme: (we say so|images come from ghcr\.io/acme)"):
        render(engine, folder, "production", breaks)


@pytest.mark.helm
def test_a_lock_of_an_environment_holds_there_and_in_those_that_extend_it(chart: Chart, engine: Engine) -> None:
    folder = chart('Lock("replicas", at_least=3, environments=["production"], REASON)')

    render(engine, folder, "", "replicaCount=1")
    render(engine, folder, "dev", "replicaCount=1")
    for environment in ("production", "production-eu"):
        with pytest.raises(RenderFailed, match="locked by preset acme: we say so"):
            render(engine, folder, environment, "replicaCount=1")


@pytest.mark.helm
def test_a_section_that_is_switched_off_is_under_no_lock_until_it_is_on(chart: Chart, engine: Engine) -> None:
    folder = chart('Lock("autoscaling.min_replicas", at_least=3, REASON)')

    render(engine, folder, "dev", "autoscaling.minReplicas=1")
    with pytest.raises(RenderFailed, match="we say so"):
        render(engine, folder, "dev", "autoscaling.minReplicas=1", "autoscaling.enabled=true")


WAIVER = 'Waiver(lock="replicas", reason="a pilot", owner="team-orders", until="2027-01-31"'
LOCK = 'Lock("replicas", at_least=4, REASON)'


@pytest.mark.helm
def test_a_waived_lock_leaves_the_schema_and_its_day_enters_nothing(chart: Chart, engine: Engine) -> None:
    folder = chart(LOCK, f"{WAIVER})", "--today", "2027-01-31")

    render(engine, folder, "production", "replicaCount=1")
    assert "2027-01" not in "".join(path.read_text() for path in folder.rglob("*") if path.is_file())


def test_the_day_after_its_last_a_waiver_lifts_nothing(chart: Chart, run: Run) -> None:
    chart(LOCK, f"{WAIVER})", "--today", "2027-01-31")

    status, _, messages = run("generate", "--today", "2027-02-01")
    assert status == 2
    assert "its waiver ended on 2027-01-31" in messages


FORMS = {
    "equals": 'Lock("replicas", equals=5, REASON)',
    "one of": 'Lock("replicas", one_of=[5, 7], REASON)',
    "at least": LOCK,
    "at most": 'Lock("replicas", at_most=2, REASON)',
    "at least, where it is set": 'Lock("replicas", at_least=5, if_set=True, REASON)',
    "matches": 'Lock("labels.team", matches="^shop-", REASON)',
    "present": 'Lock("runtime_class", present=True, REASON)',
    "absent": 'Lock("priority_class", absent=True, REASON)',
}
"""Locks that the service breaks, a demand each."""


@pytest.mark.parametrize("lock", FORMS.values(), ids=FORMS)
def test_a_waiver_lifts_every_form_of_lock_until_its_last_day(chart: Chart, run: Run, lock: str) -> None:
    waiver = (
        f"Waiver(lock={lock[5:].split(',', maxsplit=1)[0]}, reason='a pilot', owner='team-orders', until='2027-01-31')"
    )

    chart(lock, waiver, "--today", "2027-01-31")

    status, _, messages = run("generate", "--today", "2027-02-01")
    assert status == 2
    assert "we say so; its waiver ended on 2027-01-31" in messages


def test_source_date_epoch_is_a_day_too(chart: Chart, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    chart(LOCK, f"{WAIVER})", "--today", "2027-01-31")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801440000")  # 2027-02-01
    assert run("generate")[0] == 2


@pytest.mark.helm
def test_a_lock_waived_in_one_environment_holds_in_the_others(chart: Chart, engine: Engine) -> None:
    lock = 'Lock("autoscaling.max_replicas", at_most=5, REASON)'
    waiver = 'Waiver(lock="autoscaling.max_replicas", reason="sale", owner="x", until="2099-01-31", environment="{}")'
    both = ", ".join(waiver.format(name) for name in ("production", "production-eu"))
    folder = chart(lock, both)

    render(engine, folder, "production", "autoscaling.maxReplicas=30")
    with pytest.raises(RenderFailed, match="we say so"):
        render(engine, folder, "dev", "autoscaling.enabled=true", "autoscaling.maxReplicas=30")


def test_the_schema_with_locks_is_draft_07(chart: Chart) -> None:
    folder = chart(", ".join(lock for lock, _ in CASES.values() if lock.startswith("Lock")))

    schema: Any = json.loads((folder / "values.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    assert len(schema["allOf"]) >= len(CASES) - 2


def test_without_locks_a_schema_says_nothing_of_them(chart: Chart) -> None:
    assert '  "allOf": [' not in (chart("", "") / "values.schema.json").read_text()


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("replicas", ["replicaCount"]),
        ("ports.*.port", ["containerPorts.*.containerPort"]),
        ("env.LOG_LEVEL.value", ["env.LOG_LEVEL.value"]),
        ("sidecars.*.resources.cpu", ["sidecars.*.resources.requests.cpu"]),
        ("components.*.autoscaling.max_replicas", ["components.*.autoscaling.maxReplicas"]),
        ("rollout.max_unavailable", ["strategy.rollingUpdate.maxUnavailable"]),
    ],
)
def test_where_a_field_stands_is_found_by_trying(path: str, values: list[str]) -> None:
    assert [".".join(one.path) for one in places(tuple(path.split(".")), "Deployment")] == values


def test_an_entry_by_name_is_no_item_of_a_list() -> None:
    assert places(("init_containers", "*", "image", "repository"), "Deployment")
    assert places(("init_containers", "wait", "image", "repository"), "Deployment") == ()


def test_a_field_that_comes_to_something_else_has_no_place() -> None:
    assert places(("shutdown", "longest_request_seconds"), "Deployment") == ()
    assert [one.path for one in signs(("keda",), "Deployment")] == [("keda", "enabled")]


UNITS = st.sampled_from(["", "m", "k", "Ki", "M", "Mi", "G", "Gi", "T", "Ti"])
QUANTITIES = st.builds(lambda number, unit: f"{number}{unit}", st.integers(0, 12000), UNITS)


@given(QUANTITIES, QUANTITIES)
def test_quantities_within_bounds_are_those_that_compare_so(bound: str, quantity: str) -> None:
    assert bool(re.search(within(bound, None), quantity)) == (millis(quantity) >= millis(bound))
    assert bool(re.search(within(None, bound), quantity)) == (millis(quantity) <= millis(bound))


DIGEST = f"sha256:{64 * '1'}"
DEPLOYED = """
from chartgen import *

service = Service(
    name="orders-api",
    presets=["acme"],
    image=Image(repository="ghcr.io/acme/orders-api", set_by="deployment"),
    environments={"dev": Overlay(), "production": Overlay()},
)
"""


@pytest.mark.helm
def test_a_lock_on_a_digest_is_asked_of_whoever_deploys_where_that_one_pins_the_image(
    project: Path, run: Run, engine: Engine
) -> None:
    (project / "presets").mkdir()
    (project / "presets" / "acme.py").write_text(
        'from chartgen import *\npreset = Preset(name="acme", locks=[Lock("*.image.digest", matches="^sha256:", '
        'environments=["production"], reason="we say so")])\n'
    )
    (project / "service.py").write_text(DEPLOYED)
    assert run("generate")[::2] == (0, "")

    folder = project / "chart"
    assert f"orders-api:1.0.0@{DIGEST}" in render(
        engine, folder, "production", "image.tag=1.0.0", f"image.digest={DIGEST}"
    )
    assert f"orders-api@{DIGEST}" in render(engine, folder, "production", f"image.digest={DIGEST}")
    assert "orders-api:1.0.0" in render(engine, folder, "dev", "image.tag=1.0.0")
    for sets in ([], ["image.tag=1.0.0"]):
        with pytest.raises(RenderFailed, match="locked by preset acme: we say so"):
            render(engine, folder, "production", *sets)
    with pytest.raises(RenderFailed):
        render(engine, folder, "dev")

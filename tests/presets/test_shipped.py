"""What ships: each preset makes a whole, valid chart of a small service, and its locks can be met and broken."""

from pathlib import Path

import pytest

from chartgen import assets, pipeline, yamlio
from chartgen.helm import Embedded
from chartgen.project.lines import TomlSource
from chartgen.project.presets import PresetLibrary
from tests.conftest import Run
from tests.presets.shipped import DIGEST, KINDS, LAYERS, write

MIXED_IN = ("restricted", "production", "observable", "cost-saving", "cluster")


def test_every_preset_that_ships_is_tried_here() -> None:
    shipped = {path.stem for path in assets.presets().glob("*.py")}

    assert shipped == {*KINDS, *MIXED_IN}


@pytest.mark.parametrize("mixed", [False, True], ids=["alone", "with every layer"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_small_service_is_a_valid_chart_without_findings(project: Path, run: Run, kind: str, mixed: bool) -> None:  # noqa: FBT001
    write(project, [f'"{kind}"', *(LAYERS if mixed else [])], KINDS[kind])

    assert run("generate")[::2] == (0, "")
    assert run("check")[::2] == (0, "")


RENDERED = {
    "http-api": ("Deployment", "Service"),
    "grpc-api": ("Deployment", "Service"),
    "worker": ("Deployment",),
    "queue-consumer": ("Deployment", "ScaledObject"),
    "cron": ("CronJob",),
    "stateful": ("StatefulSet", "Service"),
    "agent": ("DaemonSet",),
    "static-site": ("Deployment", "Service"),
}


def kinds_of(environment: str) -> dict[str, dict[str, object]]:
    """What is rendered, by kind."""
    opened = pipeline.open_project()
    one = pipeline.plan(opened, None)[0]
    text = pipeline.render(opened, one, Embedded(), pipeline.Request(environment))
    return {found["kind"]: found for found in yamlio.read_manifests(text)}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_makes_its_objects(project: Path, kind: str) -> None:
    write(project, [f'"{kind}"'], KINDS[kind])

    found = kinds_of("production")
    assert set(RENDERED[kind]) <= set(found)
    assert ("Service" in found) == ("Service" in RENDERED[kind])


def test_production_and_cost_saving_hold_where_they_are_meant(project: Path) -> None:
    write(project, ['"static-site"', *LAYERS])

    production, staging = kinds_of("production"), kinds_of("staging")
    assert production["Deployment"]["spec"]["replicas"] == 3  # type: ignore[index]
    assert staging["Deployment"]["spec"]["replicas"] == 1  # type: ignore[index]
    assert {"NetworkPolicy", "PodDisruptionBudget", "ServiceMonitor", "PrometheusRule"} <= set(production)
    assert not {"NetworkPolicy", "PodDisruptionBudget"} & set(staging)


IMAGE = f'Image(repository="ghcr.io/acme/x", digest="{DIGEST}")'
PORT = 'Port(port=15090, host_port=HostPort(because="x"))'
NAMED = '"metadata": {"name": "a"}'
POD = '{"containers": [{"name": "a", "image": "a"}], "restartPolicy": "Never"}'
JOB = f'{{"template": {{"spec": {POD}}}}}'
CRON_JOB = f'{{"schedule": "@daily", "jobTemplate": {{"spec": {JOB}}}}}'

IQN = "iqn.2001-04.com.example:storage.disk1"

BROKEN = [
    ("restricted", "pod_security_context=PodSecurityContext(run_as_non_root=False)"),
    ("restricted", "pod_security_context=PodSecurityContext(run_as_user=None)"),
    ("restricted", 'pod_security_context=PodSecurityContext(seccomp=Seccomp(type="Unconfined"))'),
    ("restricted", 'pod_security_context=PodSecurityContext(sysctls={"net.core.somaxconn": "1024"})'),
    ("restricted", 'host=HostAccess(pid=True, because="x")'),
    ("restricted", 'ports={"http": Port(port=8080, host_port=HostPort(because="x"))}'),
    ("restricted", 'volumes={"logs": Volume(host_path=HostPath(path="/var/log", because="x"), mounts=["/logs"])}'),
    ("restricted", 'pod_security_context=PodSecurityContext(app_armor=AppArmor(type="Unconfined"))'),
    ("restricted", 'pod_security_context=PodSecurityContext(se_linux=SeLinux(type="spc_t"))'),
    ("restricted", 'pod_security_context=PodSecurityContext(se_linux=SeLinux(user="root"))'),
    ("restricted", 'pod_security_context=PodSecurityContext(se_linux=SeLinux(role="sysadm_r"))'),
    ("restricted", 'volumes={"data": Volume(nfs=Nfs(server="nas", path="/data"), mounts=["/data"])}'),
    ("restricted", f'volumes={{"data": Volume(iscsi=Iscsi(portal="10.0.0.1", iqn="{IQN}"), mounts=["/data"])}}'),
    (
        "restricted",
        'volumes={"data": Volume(fc=FibreChannel(wwids=["3600508b400105e210000900000490000"]), mounts=["/data"])}',
    ),
    ("restricted", f"sidecars={{'mesh': Sidecar(image={IMAGE}, ports={{'mesh': {PORT}}})}}"),
    ("restricted", f'manifests={{"a": {{"apiVersion": "v1", "kind": "Pod", {NAMED}, "spec": {POD}}}}}'),
    ("restricted", f'manifests={{"a": {{"apiVersion": "batch/v1", "kind": "Job", {NAMED}, "spec": {JOB}}}}}'),
    ("restricted", f'manifests={{"a": {{"apiVersion": "batch/v1", "kind": "CronJob", {NAMED}, "spec": {CRON_JOB}}}}}'),
    ("restricted", "security_context=SecurityContext(run_as_non_root=False)"),
    ("restricted", "security_context=SecurityContext(run_as_user=0, run_as_non_root=False)"),
    ("restricted", 'security_context=SecurityContext(app_armor=AppArmor(type="Unconfined"))'),
    ("restricted", 'security_context=SecurityContext(se_linux=SeLinux(type="spc_t"))'),
    ("restricted", 'security_context=SecurityContext(se_linux=SeLinux(user="root"))'),
    ("restricted", 'security_context=SecurityContext(se_linux=SeLinux(role="sysadm_r"))'),
    ("restricted", 'security_context=SecurityContext(seccomp=Seccomp(type="Unconfined"))'),
    ("restricted", "security_context=SecurityContext(allow_privilege_escalation=True)"),
    ("restricted", 'security_context=SecurityContext(privileged=True, allow_privilege_escalation=True, because="x")'),
    ("restricted", 'security_context=SecurityContext(drop_capabilities=["NET_RAW"])'),
    ("restricted", 'security_context=SecurityContext(add_capabilities=["SYS_TIME"], because="x")'),
    ("production", 'environments={"production": Overlay(replicas=2)}'),
    ("production", 'environments={"production": Overlay(autoscaling=Autoscaling(min_replicas=1))}'),
    ("production", 'environments={"production": Overlay(disruption_budget=None)}'),
    ("production", 'environments={"production": Overlay(spread=Spread(zones=None))}'),
    ("production", 'environments={"production": Overlay(network_policy=None)}'),
    ("production", 'environments={"production": Overlay(image=Image(tag="1.4.2"))}'),
    ("cost-saving", 'environments={"staging": Overlay(replicas=3)}'),
    ("cost-saving", 'environments={"staging": Overlay(autoscaling=Autoscaling())}'),
]


@pytest.mark.parametrize(("preset", "said"), BROKEN)
def test_each_lock_can_be_broken_and_is_told(project: Path, run: Run, preset: str, said: str) -> None:
    write(project, ['"http-api"', f'"{preset}"'], said)

    status, _, messages = run("generate")
    assert status == 2, messages
    assert f"a lock of preset {preset} (" in messages


def test_every_lock_of_the_main_workload_is_broken_above(project: Path, run: Run) -> None:
    asker = TomlSource("chartgen.toml")
    found = PresetLibrary(project, []).stack(["restricted", "production", "cost-saving"], asker)
    locks = [one.lock.field for preset in found for one in preset.locks]
    assert len([field for field in locks if not field.startswith("components.")]) == len(BROKEN)


@pytest.mark.parametrize("form", [[], ["--yaml"]], ids=["python", "yaml"])
@pytest.mark.parametrize("kind", KINDS)
def test_new_starts_a_service_of_each_kind_that_passes_check(
    project: Path, run: Run, kind: str, form: list[str]
) -> None:
    assert run("new", "orders", "--preset", kind, *form)[::2] == (0, "")
    assert run("check")[::2] == (0, "")


def test_a_digest_is_met_and_needs_one(project: Path, run: Run) -> None:
    write(project, ['"http-api"', '"production"'], image='tag="1.4.2"')
    assert "digest" in run("generate")[2]

    write(project, ['"http-api"', '"production"'], image=f'tag="1.4.2", digest="{DIGEST}"')
    assert run("generate")[0] == 0

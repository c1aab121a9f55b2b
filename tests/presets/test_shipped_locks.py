"""Locks that ship: each stands in the schema, and every Helm refuses a ``--set`` that breaks it, and says why."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from chartgen import Volume, assets
from chartgen.cli.app import run as run_words
from chartgen.helm import Embedded, Engine, RenderFailed
from chartgen.project.lines import TomlSource
from chartgen.project.presets import PresetLibrary
from tests.conftest import Run
from tests.presets.shipped import DIGEST

POD: Mapping[str, str] = {
    "pod_security_context.run_as_non_root": "podSecurityContext.runAsNonRoot=false",
    "pod_security_context.run_as_user": "podSecurityContext.runAsUser=0",
    "pod_security_context.seccomp.type": "podSecurityContext.seccompProfile.type=Unconfined",
    "pod_security_context.app_armor.type": "podSecurityContext.appArmorProfile.type=Unconfined",
    "pod_security_context.se_linux.type": "podSecurityContext.seLinuxOptions.type=spc_t",
    "pod_security_context.se_linux.user": "podSecurityContext.seLinuxOptions.user=root",
    "pod_security_context.se_linux.role": "podSecurityContext.seLinuxOptions.role=sysadm_r",
    "pod_security_context.sysctls": "podSecurityContext.sysctls[0].name=kernel.msgmax",
    "host": "hostNetwork=true",
    "ports.*.host_port": "containerPorts.http.hostPort=80",
    "sidecars.*.ports.*.host_port": "sidecars.mesh.containerPorts.mesh.hostPort=80",
    "volumes.*.host_path": "volumes[0].hostPath.path=/",
    "volumes.*.nfs": "volumes[0].nfs.server=nas",
    "volumes.*.iscsi": "volumes[0].iscsi.lun=1",
    "volumes.*.fc": "volumes[0].fc.lun=1",
}
"""What breaks a lock of the pod: the same in a component."""

CONTAINER: Mapping[str, str] = {
    "run_as_non_root": "runAsNonRoot=false",
    "run_as_user": "runAsUser=0",
    "seccomp.type": "seccompProfile.type=Unconfined",
    "app_armor.type": "appArmorProfile.type=Unconfined",
    "se_linux.type": "seLinuxOptions.type=spc_t",
    "se_linux.user": "seLinuxOptions.user=root",
    "se_linux.role": "seLinuxOptions.role=sysadm_r",
    "allow_privilege_escalation": "allowPrivilegeEscalation=true",
    "privileged": "privileged=true",
    "drop_capabilities": "capabilities.drop[0]=NET_RAW",
    "add_capabilities.*": "capabilities.add[0]=SYS_TIME",
}
"""What breaks a lock of a container's security context, wherever the container stands."""

CONTAINERS = ("sidecars.mesh.", "initContainers[0].", "components.worker.", "components.worker.sidecars.mesh.")

OTHERS: Mapping[str, tuple[str, ...]] = {
    "manifests.*.spec.containers": ("extraManifests.extra.spec.containers[0].name=x",),
    "manifests.*.spec.template.spec.containers": ("extraManifests.extra.spec.template.spec.containers[0].name=x",),
    "manifests.*.spec.jobTemplate.spec.template.spec.containers": (
        "extraManifests.extra.spec.jobTemplate.spec.template.spec.containers[0].name=x",
    ),
    "autoscaling.min_replicas": ("autoscaling.enabled=true", "autoscaling.minReplicas=1"),
    "*.image.digest": ("image.digest=",),
    "disruption_budget": ("podDisruptionBudget.enabled=false",),
    "spread.zones": ("spread.zones=",),
    "network_policy": ("networkPolicy.enabled=false",),
}

COUNTED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "production": ("replicas", ("replicaCount=2",)),
    "staging": ("replicas", ("replicaCount=3",)),
    "dev": ("autoscaling.max_replicas", ("autoscaling.enabled=true", "autoscaling.maxReplicas=9")),
}
"""Demands on copies: the environment, the lock, what breaks it."""


def elsewhere() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The same of what is no main workload's: of a component, and of every other container."""
    for field, words in POD.items():
        yield "production", f"components.*.{field}", (f"components.worker.{words}",)
    for field, words in CONTAINER.items():
        for at in CONTAINERS:
            yield "production", f"*.security_context.{field}", (f"{at}securityContext.{words}",)


def cases() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """An environment, a lock, what breaks it."""
    for field, words in POD.items():
        yield "production", field, (words,)
    for field, words in CONTAINER.items():
        yield "production", f"*.security_context.{field}", (f"securityContext.{words}",)
    yield from (("production", field, words) for field, words in OTHERS.items())
    yield from ((environment, *case) for environment, case in COUNTED.items())


SERVICE = f"""
from chartgen import *

IMAGE = Image(repository="ghcr.io/acme/x", digest="{DIGEST}")
MESH = Sidecar(image=IMAGE, ports={{"mesh": 15090}})
service = Service(
    name="orders",
    presets=["http-api", "restricted", "production", "cost-saving"],
    image=IMAGE,
    sidecars={{"mesh": MESH}},
    init_containers={{"wait": InitContainer(image=IMAGE)}},
    volumes={{"data": Volume(empty_dir=EmptyDir(), mounts=["/data"])}},
    components={{"worker": Component(ports={{"http": 9000}}, sidecars={{"mesh": MESH}})}},
    manifests={{"extra": {{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {{"name": "extra"}}}}}},
    environments={{
        "dev": Overlay(), "staging": Overlay(),
        "production": Overlay(), "production-eu": Overlay(extends="production", autoscaling=Autoscaling()),
    }},
)
"""


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A service that has whatever a lock speaks of."""
    folder = tmp_path_factory.mktemp("orders")
    (folder / "service.py").write_text(SERVICE)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        assert run_words(["generate", "-q"]) == 0
    return folder / "chart"


@pytest.fixture(scope="module")
def reasons() -> Mapping[tuple[str, str], set[str]]:
    """Why, by lock and by where it holds."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in PresetLibrary(Path.cwd(), []).stack(["restricted", "production", "cost-saving"], TomlSource("x")):
        for placed in one.locks:
            for name in placed.lock.environments or ("production", "staging", "dev"):
                found.setdefault((name, placed.lock.field), set()).add(f"{one.preset.name}: {placed.lock.reason}")
    return found


def rendered(engine: Engine, chart: Path, environment: str, *sets: str) -> str:
    values = chart / f"values-{environment}.yaml"
    return engine.render(chart, release="r", values_files=[values], sets=sets, kube_version="1.37.0")


def refusal(engine: Engine, chart: Path, environment: str, *sets: str) -> str:
    """What Helm says; nothing where it renders."""
    try:
        rendered(engine, chart, environment, *sets)
    except RenderFailed as refused:
        return str(refused).replace("\\'", "'")  # Helm 4 quotes the reason
    return ""


@pytest.mark.helm
@pytest.mark.parametrize("environment", ["dev", "staging", "production", "production-eu"])
def test_helm_takes_what_keeps_to_every_lock(chart: Path, engine: Engine, environment: str) -> None:
    assert rendered(engine, chart, environment)


def test_what_breaks_a_lock_is_refused_wherever_it_stands_and_told_why(
    chart: Path, reasons: Mapping[tuple[str, str], set[str]]
) -> None:
    told = {(lock, breaks): refusal(Embedded(), chart, name, *breaks) for name, lock, breaks in elsewhere()}

    wanted = {(lock, breaks): reasons[name, lock] for name, lock, breaks in elsewhere()}
    assert [one for one, whys in wanted.items() if not any(why in told[one] for why in whys)] == []


@pytest.mark.helm
@pytest.mark.parametrize(("environment", "lock", "breaks"), list(cases()), ids=str)
def test_helm_refuses_what_breaks_a_lock_and_says_why(
    chart: Path,
    engine: Engine,
    reasons: Mapping[tuple[str, str], set[str]],
    environment: str,
    lock: str,
    breaks: tuple[str, ...],
) -> None:
    told = refusal(engine, chart, environment, *breaks)

    assert any(why in told for why in reasons[environment, lock])


def test_every_source_of_a_volume_is_one_that_the_standard_admits_or_locked() -> None:
    admitted = {"config_map", "csi", "downward_api", "empty_dir", "ephemeral", "projected", "secret", "secret_provider"}
    claims = {"claim", "owned_claim"}
    locked = {lock.rpartition(".")[2] for lock in POD if lock.startswith("volumes.*.")}

    assert set().union(*Volume.rivals) == admitted | claims | locked


def test_every_lock_that_ships_is_broken_above() -> None:
    shipped = [path.stem for path in assets.presets().glob("*.py")]
    stack = [one for name in shipped for one in PresetLibrary(Path.cwd(), []).stack([name], TomlSource("x"))]

    assert {placed.lock.field for one in stack for placed in one.locks} == {
        lock for _, lock, _ in (*cases(), *elsewhere())
    }


@pytest.mark.parametrize("preset", ["restricted", "production", "cost-saving"])
def test_helm_keeps_every_lock_that_ships(project: Path, run: Run, preset: str) -> None:
    status, said, _ = run("presets", "show", preset)

    assert status == 0
    assert "kept by chartgen, not by Helm" not in said


@pytest.mark.helm
@pytest.mark.parametrize(
    "words",
    [
        "podExtra.hostNetwork=true",
        "containerExtra.securityContext.privileged=true",
        "patches.Deployment.spec.template.spec.hostPID=true",
    ],
)
def test_raw_fields_in_the_values_say_nothing_that_the_chart_prints_itself(
    project: Path, run: Run, engine: Engine, words: str
) -> None:
    said = (
        'pod_extra={"preemptionPolicy": "Never"}, container_extra={"restartPolicyRules": []}, '
        'patches={"Deployment": {"metadata": {"annotations": {"a/b": "c"}}}}'
    )
    (project / "service.py").write_text(
        f'from chartgen import *\nservice = Service(name="x", image=Image(repository="x", tag="1"), {said})\n'
    )
    assert run("generate")[0] == 0

    engine.render(
        project / "chart", release="r", values_files=[], sets=["podExtra.overhead.cpu=1"], kube_version="1.37.0"
    )
    with pytest.raises(RenderFailed):
        engine.render(project / "chart", release="r", values_files=[], sets=[words], kube_version="1.37.0")

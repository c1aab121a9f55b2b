"""Locks on namespaces: a breach is refused by chartgen and by every Helm, with the reason; a waiver lifts it."""

from pathlib import Path

import pytest

from chartgen.helm import Engine, RenderFailed
from tests.conftest import Run

LOCKS = {
    'Lock("pod_security.enforce", one_of=["baseline", "restricted"], REASON)': (
        'pod_security=PodSecurity(enforce="privileged")',
        "podSecurity.enforce=privileged",
    ),
    'Lock("quotas.compute.cpu", at_most="20", REASON)': (
        'quotas={"compute": Quota(cpu="21")}',
        r"resourceQuotas.compute.hard.requests\.cpu=20001m",
    ),
    'Lock("quotas.compute.memory", at_most="20Gi", REASON)': (
        'quotas={"compute": Quota(memory="21Gi")}',
        r"resourceQuotas.compute.hard.requests\.memory=99999999999999",
    ),
    'Lock("quotas.*.load_balancers", equals=0, if_set=True, REASON)': (
        'quotas={"compute": Quota(load_balancers=3)}',
        r"resourceQuotas.compute.hard.services\.loadbalancers=3",
    ),
    'Lock("limit_range.container.max.memory", at_most="4Gi", REASON)': (
        'limit_range=LimitRange(container=ContainerLimits(max=Amounts(memory="5Gi")))',
        "limitRange[0].max.memory=5Gi",
    ),
    'Lock("default_deny", present=True, REASON)': ("default_deny=None", "networkPolicy.enabled=false"),
    'Lock("keep", equals=True, REASON)': ("keep=False", "namespace.keep=false"),
    'Lock("access.*.role", one_of=["view", "edit"], if_set=True, REASON)': (
        'access={"people": Access(groups=["x"], role="admin")}',
        "access.people.role=admin",
    ),
    'Lock("priority_classes", absent=True, REASON)': (
        'priority_classes={"first": PriorityClass(value=1)}',
        "priorityClasses.first.value=1",
    ),
    'Lock("labels.cost-centre", matches="^[a-z]+$", REASON)': (
        'labels={"cost-centre": "4711"}',
        "namespace.labels.cost-centre=shop-1",
    ),
}
"""A lock; what breaks it in the description; what breaks it on Helm's command line."""

KEPT = """labels={"cost-centre": "shop"}, quotas={"compute": Quota(cpu="10", memory="20Gi", load_balancers=0)},
    limit_range=LimitRange(container=ContainerLimits(max=Amounts(memory="2Gi"))),
    access={"people": Access(groups=["x"], role="view")}"""


def write(folder: Path, preset: str, said: str) -> None:
    (folder / "presets").mkdir(exist_ok=True)
    text = f'from chartgen import *\npreset = NamespacePreset(name="team", {preset})\n'
    (folder / "presets" / "team.py").write_text(text)
    head = 'from chartgen import *\nnamespace = Namespace(name="shop", presets=["team"],'
    (folder / "namespace.py").write_text(f'{head} environments={{"production": NamespaceOverlay()}},\n    {said},\n)\n')


def locks(*texts: str) -> str:
    return f"locks=[{', '.join(texts)}]".replace("REASON", 'reason="we say so"')


@pytest.mark.parametrize(("lock", "breaks"), [(lock, said) for lock, (said, _) in LOCKS.items()])
def test_a_namespace_that_breaks_a_lock_is_refused_until_it_is_waived(
    project: Path, run: Run, lock: str, breaks: str
) -> None:
    write(project, locks(lock), breaks)
    status, _, messages = run("generate")
    assert (status, "a lock of preset team (presets/team.py:2)" in messages) == (2, True)
    assert "we say so" in messages

    field = lock.removeprefix("Lock(").split(",", 1)[0]
    waiver = f'waivers=[Waiver(lock={field}, reason="x", owner="x", until="2027-01-31")]'
    write(project, locks(lock), f"{breaks}, {waiver}")
    assert run("generate", "--today", "2027-01-31")[::2] == (0, "")
    assert run("generate", "--today", "2027-02-01")[0] == 2


@pytest.mark.helm
def test_every_helm_refuses_what_breaks_a_lock_and_says_why(project: Path, run: Run, engine: Engine) -> None:
    write(project, locks(*LOCKS), KEPT)
    assert run("generate")[::2] == (0, "")
    values = [project / "chart" / "values-production.yaml"]

    engine.render(project / "chart", release="r", values_files=values, sets=(), kube_version="1.37.0")
    for _, breaks in LOCKS.values():
        with pytest.raises(RenderFailed, match="locked by preset team: we say so"):
            engine.render(project / "chart", release="r", values_files=values, sets=[breaks], kube_version="1.37.0")


def test_a_preset_requires_fields_of_namespaces(project: Path, run: Run) -> None:
    write(project, 'required=["owner", "labels.cost-centre"]', "keep=True")

    status, _, messages = run("generate")
    assert status == 2
    assert "owner: must be stated: preset team requires it (presets/team.py:2)" in messages
    assert "labels.cost-centre: must be stated" in messages


def test_a_preset_says_how_a_rule_counts_for_namespaces(project: Path, run: Run) -> None:
    write(project, 'rules={"CG301": "error", "CG302": "off"}', "keep=True")

    status, _, messages = run("generate")
    assert status == 2
    assert "(CG301)" in messages
    assert "CG302" not in messages


def test_a_lock_of_a_field_that_no_namespace_has_is_refused(project: Path, run: Run) -> None:
    write(project, locks('Lock("replicas", at_least=2, REASON)'), "keep=True")

    assert "leads to 'replicas', which is no field" in run("generate")[2]


def test_presets_show_tells_the_locks_of_a_namespaces_preset(project: Path, run: Run) -> None:
    write(project, f"{locks(*LOCKS)}, keep=True", KEPT)

    status, told, _ = run("presets", "show", "team")
    assert status == 0
    assert "pod_security.enforce: 'baseline' or 'restricted'" in told
    assert "keep: true" in told
    assert "kept by chartgen" not in told

"""What a preset says that a workload has no use for is not said; what a service says so is a mistake."""

from pathlib import Path

import pytest

from tests.conftest import Run

PRESET = """
from chartgen import *
preset = Preset(
    name="all", replicas=3, autoscaling=Autoscaling(), monitor=Monitor(), disruption_budget=DisruptionBudget(),
    job=Job(backoff_limit=1), daemon_set=DaemonSet(max_unavailable="10%"), rollout=Rollout(min_ready_seconds=5),
    components={"clean": Component(kind="Job", replicas=2), "lasting": Component(replicas=2, job=Job(backoff_limit=1))},
    environments={"production": Overlay(replicas=5)},
)
"""
KINDS = {
    "Deployment": 'ports={"http": 80}',
    "StatefulSet": 'ports={"http": 80}',
    "DaemonSet": "",
    "Job": "",
    "CronJob": 'cron_job=CronJob(schedule="@daily")',
}


def write(folder: Path, kind: str, said: str) -> None:
    (folder / "presets").mkdir()
    (folder / "presets" / "all.py").write_text(PRESET)
    (folder / "service.py").write_text(
        'from chartgen import *\nservice = Service(name="orders", presets=["all"], '
        'image=Image(repository="a", tag="1.0.0"), environments={"production": Overlay()}, '
        f'kind="{kind}", {said})\n'
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_preset_serves_every_kind(project: Path, run: Run, kind: str) -> None:
    write(project, kind, KINDS[kind])

    assert run("generate")[::2] == (0, "")
    values = (project / "chart" / "values.yaml").read_text()
    assert ("\nreplicaCount:" in values) == (kind in ("Deployment", "StatefulSet"))
    assert ("\nserviceMonitor:" in values) == ("ports" in KINDS[kind])


@pytest.mark.parametrize("kind", ["DaemonSet", "Job"])
@pytest.mark.parametrize("said", ["replicas=2", 'environments={"production": Overlay(replicas=2)}'])
def test_what_the_service_says_itself_is_a_mistake(project: Path, run: Run, kind: str, said: str) -> None:
    write(project, kind, "")
    file = project / "service.py"
    text = file.read_text()
    file.write_text(text.replace('environments={"production": Overlay()}', said))

    status, _, messages = run("generate")
    assert status == 2
    assert "service.py:2: " in messages
    assert f"goes with Deployment and StatefulSet, and the kind is {kind}" in messages


def test_a_monitor_of_the_service_without_a_port_is_a_mistake(project: Path, run: Run) -> None:
    write(project, "Deployment", "monitor=Monitor()")

    assert "needs a port" in run("generate")[2]


@pytest.mark.helm
def test_explain_says_of_what_is_passed_over_that_nobody_says_it(project: Path, run: Run) -> None:
    write(project, "CronJob", KINDS["CronJob"])
    assert run("generate")[0] == 0

    _, told, _ = run("explain", "orders", "-e", "production", "disruption_budget")
    assert "presets/all.py" not in told

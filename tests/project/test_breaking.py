"""What an upgrade could not change is refused before it is written, with what to type; a flag allows it.

That Kubernetes refuses each of these, and what is told helps, is in tests/cluster/test_immutable.py.
"""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.project.breaking import CHANGES, SERVICE

STANDS = "the chart that stands here"
WRITE = "; to write the chart: chartgen generate --allow-breaking"
APPLY = "kubectl apply --server-side --field-manager=handover -f - <<< "
STATEFUL = 'kind="StatefulSet",'
PARALLEL = 'kind="StatefulSet", stateful_set=StatefulSet(pod_management_policy="Parallel"),'
HEADLESS = "service=ServiceSpec(headless=True),"
TAKEN = 'identity=Identity(selector={"app": "ledger"}),'
DELETE = "first: kubectl delete deployment ledger; then upgrade (its pods stop)"


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_refused_where_it_is_said_and_nothing_is_written(change: str, project: Path, run: Run) -> None:
    one = CHANGES[change]
    values = generated(one.before, project, run)

    status, messages = changed(one.after, project, run)
    assert status == 2
    assert len(messages) == 2
    assert messages[0].startswith(("error: service.py:7: ", "error: service.py:3: "))
    assert f": {one.field}: " in messages[0]
    assert messages[0].endswith(f"{STANDS}: Kubernetes refuses to change {one.what}")
    assert messages[1].startswith("hint: keep it")
    assert messages[1].endswith(WRITE)
    assert (project / "chart" / "values.yaml").read_text() == values


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        ("", TAKEN, f"keep it; or {DELETE}"),
        (TAKEN, "", f'keep it: identity=Identity(selector={{"app": "ledger"}}); or {DELETE}'),
        (STATEFUL, PARALLEL, "keep it; or first: kubectl delete statefulset ledger --cascade=orphan; then upgrade"),
        ("", HEADLESS, "keep it; or first: kubectl delete service ledger; then upgrade (it gets another address)"),
    ],
)
def test_what_to_type_is_told_for_a_release_that_is_called_like_the_service(
    before: str, after: str, hint: str, project: Path, run: Run
) -> None:
    generated(before, project, run)

    assert changed(after, project, run)[1][1] == f"hint: {hint}{WRITE}"


def test_an_autoscaler_in_place_of_replicas_is_named_with_its_recipe(project: Path, run: Run) -> None:
    generated("replicas=3,", project, run)

    deployment = (
        '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "ledger"}, "spec": {"replicas": 3}}'
    )
    text = "takes over the number of copies here: an upgrade by itself would go down to one copy at first"
    recipe = f"first: {APPLY}'{deployment}'; then upgrade once with Helm 4 and --server-side=true"
    assert changed("autoscaling=Autoscaling(),", project, run) == (
        2,
        [f"error: service.py:7: autoscaling: {text}", f"hint: {recipe}{WRITE}"],
    )


def test_replicas_in_place_of_an_autoscaler_are_named_in_their_environment(project: Path, run: Run) -> None:
    generated('environments={"staging": Overlay(), "production": Overlay(autoscaling=Autoscaling())},', project, run)

    text = "have the number of copies again in production: Helm 4 does not take it from whoever set it since"
    recipe = "upgrade once with --force-conflicts in Helm 4; Helm 3 needs no help"
    after = 'environments={"staging": Overlay(autoscaling=None), "production": Overlay(replicas=4)},'
    assert changed(after, project, run) == (
        2,
        [f"error: service.py:7: replicas: {text}", f"hint: {recipe}{WRITE}"],
    )


def test_a_hook_under_the_name_of_a_part_of_the_release_is_refused(project: Path, run: Run) -> None:
    job = 'components={{"migrate": Component(kind="Job", command=["/m"], config={{"A": "b"}}, job=Job({hook}))}},'
    generated(job.format(hook=""), project, run)

    status, messages = changed(job.format(hook="hook=Hook()"), project, run)
    text = "would make a hook of a part of the release, or the other way round, under one name"
    assert status == 2
    assert messages == [
        f"error: service.py:7: components.migrate.job.hook: {text}: Helm deletes the new with the old",
        f"hint: give the component another name{WRITE}",
    ]


def test_the_flag_writes_it_and_says_what_to_do(project: Path, run: Run) -> None:
    generated("replicas=3,", project, run)
    (project / "service.py").write_text(SERVICE.format(said="autoscaling=Autoscaling(min_replicas=3),"))

    status, _, messages = run("generate", "--allow-breaking")
    assert status == 0
    assert messages.startswith("note: service.py:7: autoscaling: takes over the number of copies here")
    assert f"first: {APPLY}" in messages
    assert run("generate") == (0, "", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("replicas=2,", "replicas=5,"),
        ("autoscaling=Autoscaling(),", "autoscaling=Autoscaling(max_replicas=20),"),
        ("", 'service=ServiceSpec(type="NodePort"),'),
        ("", 'services={"edge": ServiceSpec(type="LoadBalancer", load_balancer_class="example.com/a")},'),
        ("", 'kind="DaemonSet",'),
    ],
)
def test_what_an_upgrade_can_change_is_written(before: str, after: str, project: Path, run: Run) -> None:
    generated(before, project, run)

    assert changed(after, project, run) == (0, [])


def generated(said: str, project: Path, run: Run) -> str:
    """The values of a chart that was written."""
    (project / "service.py").write_text(SERVICE.format(said=said))
    assert run("generate")[0] == 0
    return (project / "chart" / "values.yaml").read_text()


def changed(said: str, project: Path, run: Run) -> tuple[int, list[str]]:
    """Status and messages where the service says something else."""
    (project / "service.py").write_text(SERVICE.format(said=said))
    status, _, messages = run("generate")
    return status, messages.splitlines()

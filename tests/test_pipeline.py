"""The flow as code: from service files to charts, to manifests, to reports."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from chartgen import disk, pipeline
from chartgen.errors import InvalidInput, StaleChart
from chartgen.helm import RenderFailed
from chartgen.pipeline import Plan, Request
from chartgen.scaffold import Wanted

TODAY = date(2026, 11, 21)


class Recorder:
    """A Helm that renders nothing and notes what it was asked."""

    name, version, workers = "recorder", "v4.0.0", 1

    def __init__(self, *, lint: Sequence[str] = (), refuses: str = "") -> None:
        self.asked: list[tuple[str, list[str], str]] = []
        self._lint, self._refuses = lint, refuses

    def render(
        self,
        chart: Path,
        *,
        release: str,
        values_files: Sequence[Path] = (),
        sets: Sequence[str] = (),
        kube_version: str,
        namespace: str = "default",
    ) -> str:
        assert (chart / "Chart.yaml").is_file()
        assert all(file.is_file() for file in values_files)
        self.asked.append((release, [*(file.name for file in values_files), *sets, namespace], kube_version))
        if self._refuses:
            raise RenderFailed(self._refuses)
        return ""

    def lint(self, chart: Path, *, values_files: Sequence[Path] = (), kube_version: str) -> list[str]:
        assert all(file.is_file() for file in (chart / "Chart.yaml", *values_files))
        assert kube_version
        return list(self._lint)


def write(folder: Path, image: str = 'tag="1.0.0"', more: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "service.py").write_text(
        "from chartgen import *\n"
        f'service = Service(name="{folder.name}", image=Image(repository="x", {image}), {more}\n'
        '    environments={"staging": Overlay(), "production": Overlay(replicas=3)})\n'
    )
    return folder


def plans(folder: Path, *names: str) -> list[Plan]:
    return pipeline.plan(pipeline.open_project(folder), names)


def test_a_plan_holds_every_file_of_a_chart_and_writes_none(project: Path) -> None:
    write(project / "a")

    (one,) = plans(project)

    assert one.chart.folder == project / "a" / "chart"
    assert list(one.chart.files)[-1] == ".chartgen.json"
    assert one.environments == ["staging", "production"]
    assert [path.name for path in (project / "a").iterdir()] == ["service.py"]


def test_a_service_without_environments_is_deployed_with_values_yaml_alone(project: Path) -> None:
    (project / "service.py").write_text(
        'from chartgen import *\nservice = Service(name="a", image=Image(repository="x", tag="1.0.0"))\n'
    )

    (one,) = plans(project)

    assert one.deployed == [""]


def test_every_problem_of_every_service_is_raised_at_once(project: Path) -> None:
    write(project / "a", more="replica=3,")
    write(project / "b", more='env={"X": 3},')
    write(project / "c")

    with pytest.raises(InvalidInput) as error:
        plans(project)

    assert [str(message) for message in error.value.messages] == [
        "a/service.py:2: replica: no such field",
        "b/service.py:2: env.X.value: must be text, not 3",
    ]


def test_what_merely_follows_from_a_refused_field_is_not_told(project: Path) -> None:
    (project / "service.py").write_text(
        'from chartgen import *\nservice = Service(\n    name="a",\n    imag=Image(repository="x", tag="1"),\n)\n'
    )

    with pytest.raises(InvalidInput) as error:
        plans(project)

    assert [message.path for message in error.value.messages] == ["imag"]


def test_progress_is_called_for_every_service_good_or_bad(project: Path) -> None:
    write(project / "a")
    write(project / "b", more="replica=3,")
    done: list[None] = []

    with pytest.raises(InvalidInput):
        pipeline.plan(pipeline.open_project(project), (), lambda: done.append(None))

    assert len(done) == pipeline.count(pipeline.open_project(project), ()) == 2


def test_two_service_files_of_one_folder_are_refused(project: Path) -> None:
    write(project / "a")
    (project / "a" / "service.yaml").write_text("name: a\nimage: {repository: x, tag: 1.0.0}\n")

    with pytest.raises(InvalidInput, match=r"^a/service\.yaml: writes the same chart as service\.py beside it$"):
        plans(project)


def test_presets_of_the_project_lie_below_those_of_the_service(project: Path) -> None:
    (project / "presets").mkdir()
    for name, copies in (("base", 4), ("own", 5)):
        (project / "presets" / f"{name}.yaml").write_text(f"name: {name}\nreplicas: {copies}\n")
    (project / "chartgen.toml").write_text('presets = ["base"]\n')
    write(project / "a")
    write(project / "b", more='presets=["own"],')

    made = [one.chart.files["values.yaml"] for one in plans(project)]
    assert ["replicaCount: 4" in made[0], "replicaCount: 5" in made[1]] == [True, True]


def test_generate_writes_what_differs_and_changes_tells_the_same_before(project: Path) -> None:
    write(project / "a")
    write(project / "b")
    pipeline.generate(plans(project, "a"))

    told = {one.chart.folder.parent.name: len(changes) for one, changes in pipeline.changes(plans(project))}
    done: list[None] = []
    written = pipeline.generate(plans(project), on_done=lambda: done.append(None))

    assert told["a"] == 0
    assert {folder.parent.name: len(changes) for folder, changes in written.items()} == {"b": told["b"]}
    assert len(done) == 2


def test_a_hand_edit_in_one_chart_keeps_all_from_being_written(project: Path) -> None:
    pipeline.generate(plans(write(project / "a").parent))
    (project / "a" / "chart" / "values.yaml").write_text("by: hand\n")
    write(project / "b")

    with pytest.raises(StaleChart):
        pipeline.generate(plans(project))
    assert not (project / "b" / "chart").exists()

    notices: list[str] = []
    pipeline.generate(plans(project), force=True, on_notice=notices.append)
    assert notices == ["a/chart.chartgen-backup-1: keeps what was edited by hand"]


def test_rendering_takes_the_environments_file_then_the_pinned_image_then_the_users(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    pipeline.generate([one])
    (one.chart.folder / "image-staging.yaml").write_text("image: {tag: 2.0.0}\n")
    (project / "more.yaml").touch()
    helm = Recorder()

    pipeline.render(
        pipeline.open_project(),
        one,
        helm,
        Request("staging", release="pr-7", namespace="previews", sets=["a=b"], files=[project / "more.yaml"]),
    )

    assert helm.asked == [
        ("pr-7", ["values-staging.yaml", "image-staging.yaml", "more.yaml", "a=b", "previews"], "1.37.0")
    ]


def test_rendering_needs_no_chart_on_disk_and_leaves_none(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    helm = Recorder()

    pipeline.render(pipeline.open_project(), one, helm, Request())

    assert helm.asked == [("a", ["default"], "1.37.0")]
    assert not one.chart.folder.exists()


def test_check_renders_values_yaml_alone_and_every_environment(project: Path) -> None:
    (project / "chartgen.toml").write_text('[kubernetes]\nnewest = "1.34"\n')
    (one,) = plans(write(project / "a"))
    pipeline.generate([one])
    helm, done = Recorder(), list[None]()

    (report,) = pipeline.check(pipeline.open_project(), [one], helm, TODAY, lambda: done.append(None))

    assert (report.stale, report.broken, report.findings, len(done)) == ([], [], [], 1)
    assert [files for _, files, _ in helm.asked] == [
        ["default"],
        ["values-staging.yaml", "default"],
        ["values-production.yaml", "default"],
    ]
    assert {version for *_, version in helm.asked} == {"1.34.0"}


def test_check_stands_in_for_the_image_that_is_set_at_deployment(project: Path) -> None:
    (one,) = plans(write(project / "a", image='set_by="deployment"'))
    pipeline.generate([one])
    (one.chart.folder / "image-production.yaml").write_text("image: {tag: 2.0.0}\n")
    helm = Recorder()

    pipeline.check(pipeline.open_project(), [one], helm, TODAY)

    assert [files for _, files, _ in helm.asked] == [
        ["image.yaml", "default"],
        ["values-staging.yaml", "image.yaml", "default"],
        ["values-production.yaml", "image.yaml", "image-production.yaml", "default"],
    ]


def test_check_says_once_what_is_wrong_with_the_chart_as_such(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    pipeline.generate([one])
    helm = Recorder(lint=["values.yaml: is wrong", ": unable to load chart"])

    (report,) = pipeline.check(pipeline.open_project(), [one], helm, TODAY)

    assert report.broken == ["values.yaml: is wrong", "unable to load chart"]
    assert helm.asked == []


def test_check_names_the_files_that_helm_refused(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    pipeline.generate([one])

    (report,) = pipeline.check(pipeline.open_project(), [one], Recorder(refuses="no"), TODAY)

    assert report.broken == ["values.yaml: no", "values-staging.yaml: no", "values-production.yaml: no"]


def test_check_asks_helm_nothing_of_a_chart_that_is_not_there(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    helm = Recorder()

    (report,) = pipeline.check(pipeline.open_project(), [one], helm, TODAY)

    assert len(report.stale) == len(one.chart.files)
    assert (report.broken, helm.asked) == ([], [])


def test_image_files_are_made_for_every_environment_and_only_once(project: Path) -> None:
    (one,) = plans(write(project / "a"))
    pipeline.generate([one])

    made = pipeline.make_image_files([one])

    assert [path.name for path in made] == ["image-staging.yaml", "image-production.yaml"]
    assert pipeline.make_image_files([one]) == []
    assert disk.compare(one.chart) == []


def test_a_new_service_that_cannot_be_generated_leaves_nothing_behind(project: Path) -> None:
    (project / "presets").mkdir()
    (project / "presets" / "acme.yaml").write_text("name: acme\nreplicas: many\n")
    many = [Wanted("a"), Wanted("b", presets=["acme"])]

    with pytest.raises(InvalidInput, match=r"^presets/acme\.yaml:2: replicas: must be a whole number"):
        pipeline.new(pipeline.open_project(), many, project, as_yaml=False)

    assert [path.name for path in project.iterdir()] == ["presets"]


def test_a_new_service_is_planned_written_and_looked_at(project: Path) -> None:
    (report,) = pipeline.new(pipeline.open_project(), [Wanted("a", image="x:latest")], project, as_yaml=True)

    assert report.plan.service.path == project / "a" / "service.yaml"
    assert {finding.rule for finding in report.findings} == {"CG401"}
    assert disk.compare(report.plan.chart) == []

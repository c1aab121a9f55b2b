"""One straight function per command: the flow from the author's file to disk, Helm and findings, as code."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from chartgen import disk, scaffold, yamlio
from chartgen.charting.chart import Input, build, image_file
from chartgen.charting.ledger import Pin
from chartgen.checking.finding import Finding
from chartgen.checking.lint import findings, unwaived, waiver_problems
from chartgen.checking.manifests import invalid_manifests
from chartgen.errors import InvalidInput, Message
from chartgen.helm import Engine, RenderFailed
from chartgen.layering.layers import common_layers, environments, overlay_layers
from chartgen.layering.resolve import Resolved, resolve
from chartgen.project.config import FILE_NAME, Config, find_root, load_config
from chartgen.project.lines import TomlSource, show
from chartgen.project.presets import LoadedPreset, PresetLibrary
from chartgen.project.services import LoadedService, find_services, load_service
from chartgen.scaffold import Wanted


@dataclass(frozen=True)
class Project:
    """A project's folder, its settings and the presets that its services can name."""

    root: Path
    config: Config
    presets: PresetLibrary


@dataclass(frozen=True)
class Plan:
    """One service, its specs, and every file of the chart that they become."""

    service: LoadedService
    base: Resolved
    environments: Mapping[str, Resolved]
    chart: disk.Chart

    @property
    def specs(self) -> Mapping[str, Resolved]:
        """The specs that are deployed: the environments', or values.yaml's own where there are none."""
        return self.environments or {"": self.base}


@dataclass(frozen=True)
class Report:
    """What ``check`` found out about one chart."""

    plan: Plan
    stale: Sequence[disk.Change]
    broken: Sequence[str]
    findings: Sequence[Finding]


@dataclass(frozen=True)
class Request:
    """What is asked of ``render``, in Helm's own words."""

    environment: str = ""
    release: str = ""
    namespace: str = "default"
    sets: Sequence[str] = ()
    files: Sequence[Path] = ()


def open_project(start: Path | None = None) -> Project:
    """The project around a folder, by default the working folder."""
    root = find_root((start or Path.cwd()).resolve())
    config = load_config(root)
    return Project(root, config, PresetLibrary(root, config.preset_folders))


def plan(project: Project, wanted: Sequence[str] | None, on_done: Callable[[], None] = lambda: None) -> list[Plan]:
    """The charts of the named services, in memory.

    Raises InvalidInput with every problem of every service.
    """
    plans: list[Plan] = []
    messages: list[Message] = []
    for path in find_services(project.root, project.config, wanted or ()):
        try:
            with redirect_stdout(sys.stderr):  # what a service file prints is no manifest
                plans.append(_plan_one(project, path))
        except InvalidInput as error:
            messages += error.messages
        on_done()
    messages += _sharing(plans)
    if messages:
        raise InvalidInput(messages)
    return plans


def count(project: Project, wanted: Sequence[str] | None) -> int:
    """How many services that would be."""
    return len(find_services(project.root, project.config, wanted or ()))


def changes(plans: Iterable[Plan]) -> Iterator[tuple[Plan, list[disk.Change]]]:
    """What ``generate`` would change, chart by chart; nothing of one that is fresh."""
    for one in plans:
        yield one, disk.compare(one.chart)


def generate(
    plans: Iterable[Plan],
    *,
    force: bool = False,
    on_done: Callable[[], None] = lambda: None,
    on_notice: Callable[[str], None] = lambda _: None,
) -> dict[Path, list[disk.Change]]:
    """Write the charts that differ; all or, where one was edited by hand, none. What changed, by the chart's folder."""
    charts = [one.chart for one in plans]
    written = disk.write(charts, force=force, on_done=lambda *_: on_done(), on_notice=on_notice)
    return {chart.folder: changed for chart, changed in written}


def new(project: Project, many: Sequence[Wanted], place: Path, *, as_yaml: bool) -> list[Report]:
    """Service files and their charts, in folders below the place; nothing that is there is overwritten.

    Reports what the rules find in what was asked for.

    Raises InvalidInput where one can't be made; then none is.
    """
    config = project.config
    scaffold.refuse_wrong(many, project.presets.names())
    many = scaffold.completed(many, presets=config.presets, environments=config.environments)
    texts = {place / str(one.name) / name: text for one in many for name, text in [scaffold.file(one, as_yaml=as_yaml)]}
    scaffold.refuse_existing(texts, config.output)
    made = disk.make(texts)
    try:
        plans = plan(project, [str(path) for path in made])
        generate(plans)
    except BaseException:
        disk.unmake(made)
        raise
    return [Report(one, (), (), findings(one.specs)) for one in plans]


def render(project: Project, one: Plan, engine: Engine, request: Request) -> str:
    """The manifests of a service in an environment, from what the service file says now."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, one.service.service.name)
        disk.materialise(one.chart, folder)
        return engine.render(
            folder,
            release=request.release or _release(one),
            values_files=[*_values_files(folder, request.environment, one.chart.folder), *request.files],
            sets=request.sets,
            kube_version=_newest(project),
            namespace=request.namespace,
        )


def make_image_files(plans: Iterable[Plan]) -> list[Path]:
    """``image-<environment>.yaml`` where there is none: from then on it belongs to whoever deploys."""
    wanted = {
        one.chart.folder / f"image-{name}.yaml": image_file(resolved.spec)
        for one in plans
        for name, resolved in one.environments.items()
    }
    return disk.make(wanted)


def check(
    project: Project, plans: Sequence[Plan], engine: Engine, today: date, on_done: Callable[[], None] = lambda: None
) -> list[Report]:
    """Everything that CI wants to know: are the charts fresh, do they render, are they valid and clean."""
    reports = []
    with ThreadPoolExecutor(engine.workers) as pool:
        for report in pool.map(lambda one: _check_one(project, one, engine, today), plans):
            reports.append(report)
            on_done()
    return reports


def _check_one(project: Project, one: Plan, engine: Engine, today: date) -> Report:
    stale = disk.compare(one.chart)
    with TemporaryDirectory() as temporary:
        broken = [] if _is_missing(stale) else list(_broken(project, one, engine, Path(temporary)))
    return Report(one, stale, broken, unwaived(findings(one.specs), one.service.service.waivers, today))


def _is_missing(changes: Sequence[disk.Change]) -> bool:
    return any(change.path == "Chart.yaml" and change.before is None for change in changes)


def _broken(project: Project, one: Plan, engine: Engine, empty: Path) -> Iterator[str]:
    """What Helm or Kubernetes would refuse of the chart on disk, with values.yaml alone and in each environment."""
    if found := _lint(project, one, engine, _stand_in(one.base, empty)):
        yield from found
        return
    for name, resolved in {"": one.base, **one.environments}.items():
        files = _values_files(one.chart.folder, name)
        where = " with ".join(file.name for file in files) or "values.yaml"
        if not all(file.is_file() for file in files):
            continue
        given = [*files[:1], *_stand_in(resolved, empty), *files[1:]]
        try:
            text = engine.render(
                one.chart.folder, release=_release(one), values_files=given, kube_version=_newest(project)
            )
        except RenderFailed as error:
            yield f"{where}: {error}"
            continue
        for problem in invalid_manifests(text, project.config.kubernetes.oldest, project.config.kubernetes.newest):
            yield f"{where}: {problem}"


def _lint(project: Project, one: Plan, engine: Engine, files: Sequence[Path]) -> list[str]:
    """What is wrong with the chart as such: it would be said again in every environment."""
    try:
        found = engine.lint(one.chart.folder, values_files=files, kube_version=_newest(project))
    except RenderFailed as error:
        return [str(error)]
    return [problem.removeprefix(": ") for problem in found]


def _stand_in(resolved: Resolved, empty: Path) -> list[Path]:
    """Some image, where the chart asks it of whoever deploys: what is checked is everything else."""
    if resolved.spec.image.set_by != "deployment":
        return []
    file = empty / "image.yaml"
    disk.make({file: yamlio.write({"image": {"tag": "", "digest": f"sha256:{64 * '0'}"}}, {})})
    return [file]


def _sharing(plans: Sequence[Plan]) -> Iterator[Message]:
    """Two service files in one folder would write one chart."""
    folders: dict[Path, Path] = {}
    for one in plans:
        other = folders.setdefault(one.chart.folder, one.service.path)
        if other != one.service.path:
            text = f"writes the same chart as {other.name} beside it"
            yield Message(show(one.service.path), 0, "", text, "keep one of the two")


def _plan_one(project: Project, path: Path) -> Plan:
    service = load_service(path, project.root)
    presets = _presets(project, service)
    common = common_layers(service, presets)
    base = resolve(common, None)
    resolved = {
        name: resolve([*common, *overlay_layers(service, project.config, name)], name)
        for name in environments(service, project.config)
    }
    _refuse(service, [base, *resolved.values()])
    return Plan(service, base, resolved, _chart(project, service, presets, base, resolved))


def _presets(project: Project, service: LoadedService) -> list[LoadedPreset]:
    """The presets of all services lie below those that this one names."""
    common = project.presets.stack(project.config.presets, TomlSource(FILE_NAME))
    own = project.presets.stack(service.service.presets, service.source)
    return [*(one for one in common if one not in own), *own]


def _refuse(service: LoadedService, resolved: Sequence[Resolved]) -> None:
    """Tell every problem of a service; where its file was refused in parts, not what merely follows from that."""
    found = [message for one in resolved for message in one.messages]
    if service.messages:
        lines = {(message.file, message.line) for message in service.messages}
        touched = {message.path.split(".")[0] for message in service.messages}
        found = [m for m in found if (m.file, m.line) not in lines and not _follows(m, touched)]
    messages = [*service.messages, *found]
    if not messages:
        specs = {one.spec.environment or "": one for one in resolved}
        messages = waiver_problems(service, findings(specs))
    if messages:
        raise InvalidInput(messages)


def _follows(message: Message, touched: set[str]) -> bool:
    return message.text.startswith(("is missing", "has neither")) or any(
        name in touched for name in message.path.split(".")
    )


def _chart(
    project: Project,
    service: LoadedService,
    presets: Sequence[LoadedPreset],
    base: Resolved,
    resolved: Mapping[str, Resolved],
) -> disk.Chart:
    files = build(
        Input(
            base=base.spec,
            environments={name: one.spec for name, one in resolved.items()},
            merged=[base.merged, *(one.merged for one in resolved.values())],
            presets=[Pin(one.preset.name, one.preset.version, one.digest) for one in presets],
            oldest=project.config.kubernetes.oldest,
        )
    )
    return disk.Chart(service.folder / project.config.output, files, project.root)


def _newest(project: Project) -> str:
    return f"{project.config.kubernetes.newest}.0"


def _release(one: Plan) -> str:
    """The service's name, cut to the length that Helm takes."""
    return one.service.service.name[:53].rstrip("-")


def _values_files(chart: Path, environment: str, place: Path | None = None) -> list[Path]:
    """The environment's file, and last the image that whoever deploys has pinned where the chart has its place."""
    if not environment:
        return []
    image = (place or chart) / f"image-{environment}.yaml"
    return [chart / f"values-{environment}.yaml", *([image] if image.is_file() else [])]

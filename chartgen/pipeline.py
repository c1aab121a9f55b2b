"""One straight function per command: the flow from the author's file to disk, Helm and findings, as code."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from chartgen import archives, disk, scaffold, yamlio
from chartgen.charting.changes import moved
from chartgen.charting.chart import image_file
from chartgen.charting.ledger import FILE_NAME as LEDGER
from chartgen.charting.ledger import from_json
from chartgen.checking.finding import Finding
from chartgen.checking.lint import unwaived
from chartgen.checking.manifests import invalid_manifests
from chartgen.checking.presets import DEPRECATED
from chartgen.errors import InvalidInput, Message, invalid
from chartgen.explaining.described import Described, Pinned
from chartgen.explaining.explain import Explainer
from chartgen.explaining.explanation import Explanation
from chartgen.explaining.locks import locks_on
from chartgen.explaining.rendering import Templates
from chartgen.explaining.waivers import waivers_on
from chartgen.helm import Engine, RenderFailed
from chartgen.models.base import written_out
from chartgen.models.image import Image
from chartgen.models.namespace import Namespace
from chartgen.models.preset_use import PresetUse
from chartgen.planning import (
    Plan,
    Project,
    count,
    locks_of,
    naming,
    neighbours_of,
    open_project,
    plan,
    planned,
    stacks_of,
)
from chartgen.project.lines import show
from chartgen.project.services import LoadedService
from chartgen.scaffold import Wanted

__all__ = [
    "Plan",
    "Project",
    "Report",
    "Request",
    "changes",
    "check",
    "count",
    "deprecated",
    "explain",
    "generate",
    "make_image_files",
    "new",
    "new_package",
    "open_project",
    "plan",
    "preset_diff",
    "reasons",
    "render",
]


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


def changes(plans: Iterable[Plan]) -> Iterator[tuple[Plan, list[disk.Change]]]:
    """What ``generate`` would change, chart by chart; nothing of one that is fresh."""
    for one in plans:
        yield one, disk.compare(one.chart)


def generate(
    plans: Sequence[Plan],
    *,
    force: bool = False,
    allow_breaking: bool = False,
    on_done: Callable[[], None] = lambda: None,
    on_notice: Callable[[str], None] = lambda _: None,
) -> dict[Path, list[disk.Change]]:
    """Write the charts that differ; all or, where one was edited by hand, none. What changed, by the chart's folder.

    Raises InvalidInput where an upgrade could not make the change, unless that is allowed: then it is told.
    """
    breaking = [message for one in plans for message in one.breaking]
    if breaking and not allow_breaking:
        raise InvalidInput(breaking)
    for message in breaking:
        on_notice(f"{message}\n{message.hint.partition('; to write the chart:')[0]}")
    charts = [one.chart for one in plans]
    written = disk.write(charts, force=force, on_done=lambda *_: on_done(), on_notice=on_notice)
    return {chart.folder: changed for chart, changed in written}


def deprecated(one: Plan) -> list[Message]:
    """The presets of a service that are deprecated, told once."""
    return sorted({finding.message for finding in one.findings if finding.rule == DEPRECATED.id})


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
    return [Report(one, (), (), one.findings) for one in plans]


def new_package(folder: Path, texts: Mapping[str, str]) -> None:
    """A package of presets in a folder that is not there yet."""
    disk.make({folder / path: text for path, text in texts.items()})


def preset_diff(project: Project, words: str, before: str, after: str, engine: Engine) -> str:
    """What a service's manifests become where it has another preset, environment by environment; "" for nothing.

    Raises InvalidInput where the service does not name the preset, or could not have the other.
    """
    one = plan(project, [words])[0]
    moved_to = planned(project, _with_preset(one.service, before, after))
    lines: list[str] = []
    for name in one.deployed:
        old, new = (render(project, each, engine, Request(name)).splitlines(keepends=True) for each in (one, moved_to))
        where = name or "values.yaml"
        lines += unified_diff(old, new, f"{where} with {before}", f"{where} with {after}")
    return "".join(lines)


def _with_preset(loaded: LoadedService, before: str, after: str) -> LoadedService:
    uses = [PresetUse(name=use) if isinstance(use, str) else written_out(use) for use in loaded.service.presets]
    if before not in [use.name for use in uses]:
        names = ", ".join(use.name for use in uses) or "none"
        hint = f"it names {names}; presets of chartgen.toml are not its own"
        raise invalid(show(loaded.path), f"names no preset {before!r}", path="presets", hint=hint)
    instead = [PresetUse(name=after) if use.name == before else use for use in uses]
    said = {name: getattr(loaded.service, name) for name in loaded.service.model_fields_set}
    return replace(loaded, service=type(loaded.service)(**{**said, "presets": instead}))


def reasons(changes: Iterable[disk.Change]) -> list[str]:
    """Why a chart changes, as far as its ledgers tell: presets that moved."""
    ledgers = next(((one.before, one.after) for one in changes if one.path == LEDGER), (None, None))
    try:
        before, after = (from_json(text) for text in ledgers if text is not None)
    except ValueError:  # a new chart, or a ledger that nobody can read
        return []
    return list(moved(before.presets, after.presets))


def render(project: Project, one: Plan, engine: Engine, request: Request) -> str:
    """The manifests of a service in an environment, from what the service file says now."""
    disk.refuse_links(one.chart)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, one.service.service.name)
        disk.materialise(one.chart, folder)
        files = [*_values_files(folder, request.environment, one.chart.folder), *request.files]
        archives.refuse_missing(archives.fill(one, folder), one, [folder / "values.yaml", *files], request.sets)
        return engine.render(
            folder,
            release=request.release or one.release,
            values_files=files,
            sets=request.sets,
            kube_version=_newest(project),
            namespace=request.namespace,
        )


def explain(
    project: Project, one: Plan, environment: str, words: str, engine: Engine | None, missing: str = ""
) -> Explanation:
    """Where a field comes from and what it becomes; without words, all that is not default.

    ``missing`` says how to get a Helm where there is none. Raises InvalidInput for words that mean nothing.
    """
    disk.refuse_links(one.chart)
    described = Described(
        stacks_of(project, one.service),
        environment,
        release=one.release,
        is_namespace=isinstance(one.service.service, Namespace),
        pinned=_pinned(one.chart.folder / f"image-{environment}.yaml") if environment else None,
        neighbours={
            name: _beside(project, other, environment) for name, other in neighbours_of(project, one.service).items()
        },
    )
    locks = locks_of(project, one.service)
    explainer = Explainer(
        described,
        show(one.service.path),
        templates=Templates(archives.alone(one), engine, _newest(project)) if engine else None,
        missing=missing,
        locks=partial(locks_on, locks, environment, described.spec),
        waivers=partial(waivers_on, one.service, described, one.findings, locks),
        naming=partial(naming, project, str(one.service.service.name)),
    )
    return explainer.explain(words) if words else explainer.everything()


def _beside(project: Project, service: LoadedService, environment: str) -> Described:
    """A service that is named by another, in the environment of that, or without one where it has none such."""
    stacks = stacks_of(project, service)
    return Described(stacks, environment if environment in stacks else "", str(service.service.name))


def make_image_files(plans: Iterable[Plan]) -> list[Path]:
    """``image-<environment>.yaml`` where there is none: from then on it belongs to whoever deploys."""
    wanted = {
        one.chart.folder / f"image-{name}.yaml": image_file(one.service.service.name, name, image)
        for one in plans
        for name in one.environments
        if (image := one.images[name])
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


def _pinned(file: Path) -> Pinned | None:
    """The image that whoever deploys has pinned."""
    if not file.is_file():
        return None
    document = yamlio.read(file.read_text(encoding="utf-8"), show(file))
    return Pinned(show(file), document.data or {}, document.lines)


def _check_one(project: Project, one: Plan, engine: Engine, today: date) -> Report:
    stale = disk.compare(one.chart)
    with TemporaryDirectory() as temporary:
        broken = [] if _is_missing(stale) else list(_broken(project, one, engine, Path(temporary)))
    return Report(one, stale, broken, unwaived(one.findings, one.service.service.waivers, today))


def _is_missing(changes: Sequence[disk.Change]) -> bool:
    return any(change.path == "Chart.yaml" and change.before is None for change in changes)


def _broken(project: Project, one: Plan, engine: Engine, empty: Path) -> Iterator[str]:
    """What Helm or Kubernetes would refuse of the chart on disk, with values.yaml alone and in each environment."""
    chart, missing = archives.rendered(one, empty)
    if found := _lint(project, chart, engine, _stand_in(one.images[""], empty)):
        yield from found
        return
    for name, image in one.images.items():
        files = _values_files(one.chart.folder, name)
        where = " with ".join(file.name for file in files) or "values.yaml"
        if not all(file.is_file() for file in files):
            continue
        given = [*files[:1], *_stand_in(image, empty), *files[1:]]
        try:
            archives.refuse_missing(missing, one, [chart / "values.yaml", *given])
            text = engine.render(chart, release=one.release, values_files=given, kube_version=_newest(project))
        except archives.MissingArchive as error:
            yield f"{where}: {error}: {error.hint}"
            continue
        except RenderFailed as error:
            yield f"{where}: {error}"
            continue
        for problem in invalid_manifests(text, project.config.kubernetes.oldest, project.config.kubernetes.newest):
            yield f"{where}: {problem}"


def _lint(project: Project, chart: Path, engine: Engine, files: Sequence[Path]) -> list[str]:
    """What is wrong with the chart as such: it would be said again in every environment."""
    try:
        found = engine.lint(chart, values_files=files, kube_version=_newest(project))
    except RenderFailed as error:
        return [str(error)]
    return [problem.removeprefix(": ") for problem in found]


def _stand_in(image: Image | None, empty: Path) -> list[Path]:
    """Some image, where the chart asks it of whoever deploys: what is checked is everything else."""
    if image is None or image.set_by != "deployment":
        return []
    file = empty / "image.yaml"
    disk.make({file: yamlio.write({"image": {"tag": "", "digest": f"sha256:{64 * '0'}"}}, {})})
    return [file]


def _newest(project: Project) -> str:
    return f"{project.config.kubernetes.newest}.0"


def _values_files(chart: Path, environment: str, place: Path | None = None) -> list[Path]:
    """The environment's file, and last the image that whoever deploys has pinned where the chart has its place."""
    if not environment:
        return []
    image = (place or chart) / f"image-{environment}.yaml"
    return [chart / f"values-{environment}.yaml", *([image] if image.is_file() else [])]

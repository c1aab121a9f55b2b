"""The examples, to be explained, and to be built anew with one word of one layer changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import archives, disk, yamlio
from chartgen.charting.chart import build, build_namespace
from chartgen.explaining.data import changes, put, rename
from chartgen.explaining.described import DEFAULT, Described
from chartgen.explaining.explain import Explainer
from chartgen.explaining.rendering import Leaf, Templates, leaves_of, manifests_of
from chartgen.explaining.tracing import Trace
from chartgen.helm import Embedded
from chartgen.layering.layers import Layer
from chartgen.layering.neighbours import Neighbours, neighbour
from chartgen.layering.resolve import resolve, resolve_namespace
from chartgen.models.namespace import Namespace
from chartgen.pipeline import Plan, _beside, open_project, plan
from chartgen.planning import Project, _input, _presets, neighbours_of, stacks_of
from chartgen.project.shapes import FieldPath

EXAMPLES = Path(__file__).parents[2] / "examples"

NEWEST = "1.37.0"

Stacks = Mapping[str, tuple[Sequence[Layer], Neighbours]]


@cache
def project_and_plans() -> tuple[tuple[Project, Plan], ...]:
    """Every service below examples/, also of an example that is a project of its own."""
    roots = [EXAMPLES, *(file.parent for file in sorted(EXAMPLES.glob("*/chartgen.toml")))]
    found = [(project, one) for project in map(open_project, roots) for one in plan(project, None)]
    return tuple({one.chart.folder: (project, one) for project, one in found}.values())


def services() -> list[str]:
    """The names of the examples' folders, below examples/."""
    return [str(one.chart.folder.parent.relative_to(EXAMPLES)) for _, one in project_and_plans()]


@cache
def example(name: str, environment: str) -> "Example":
    """One service in one environment; its trace is kept."""
    folder = EXAMPLES / name / "chart"
    found = ((project, one) for project, one in project_and_plans() if one.chart.folder == folder)
    return Example(*next(found), environment)


@cache
def beside(path: str, environment: str) -> Described:
    """The service of a file, as those see it that name it."""
    (found,) = ((project, one.service) for project, one in project_and_plans() if str(one.service.path) == path)
    return _beside(*found, environment)


@dataclass(frozen=True)
class Example:
    """One service in one environment."""

    project: Project
    plan: Plan
    environment: str

    @cached_property
    def described(self) -> Described:
        service = self.plan.service.service
        stacks = stacks_of(self.project, self.plan.service)
        named = neighbours_of(self.project, self.plan.service)
        neighbours = {name: beside(str(one.path), self.environment) for name, one in named.items()}
        release = str(service.name)
        return Described(stacks, self.environment, release, isinstance(service, Namespace), neighbours=neighbours)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.plan.chart.files, Embedded(), NEWEST)

    @cached_property
    def trace(self) -> Trace:
        return Trace(self.described)

    @property
    def explainer(self) -> Explainer:
        return Explainer(self.described, "service.py", self.templates)

    def leaves(self) -> list[Leaf]:
        """Every leaf of the manifests."""
        return list(self.trace.base(self.templates))

    def some_leaves(self, number: int) -> list[Leaf]:
        """A few leaves, of two templates at most, chosen by their digests."""
        ordered = sorted(self.leaves(), key=lambda leaf: sha256(repr((self.environment, leaf)).encode()).hexdigest())
        templates = list(dict.fromkeys(leaf.template for leaf in ordered))[:2]
        return [leaf for leaf in ordered if leaf.template in templates][:number]

    def rendered(self) -> str:
        """What Helm makes of the whole chart."""
        return self._render(self.plan.chart.files, "", {})

    @cached_property
    def printed(self) -> Mapping[Leaf, Any]:
        """What stands at each leaf in what Helm makes of the whole chart."""
        return {leaf: value for name, text in self._texts.items() for leaf, value in leaves_of(name, text).items()}

    def changed_where(self, path: FieldPath, value: Any) -> Collection[Leaf]:
        """The leaves that are others in the chart that is generated where the layer that counts says something else."""
        try:
            return self._changed(self._render(self._built(path, value), "", {}))
        except Exception:  # noqa: BLE001 - a value that makes no sense is refused somewhere on the way
            return frozenset()

    def changed_where_renamed(self, path: FieldPath, key: str) -> Collection[Leaf]:
        """The same where every layer has an entry by another key."""
        stacks = {
            name: ([_saying(layer, rename(layer.said, path, key)) for layer in layers], neighbours)
            for name, (layers, neighbours) in self.described.stacks.items()
        }
        return self._changed(self._render(self._built_of(stacks), "", {}))

    def changed_by_helm(self, release: str = "", further: Mapping[str, Any] | None = None) -> Collection[Leaf]:
        """The leaves that are others where Helm is told something else."""
        return self._changed(self._render(self.plan.chart.files, release, further or {}))

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """What each template of the chart itself prints."""
        texts = _by_template(self.rendered())
        return {name: texts.get(name, "") for name in self.templates.names}

    def _changed(self, text: str) -> Collection[Leaf]:
        now = _by_template(text)
        return {
            Leaf(name, kind, number, path)
            for name, before in self._texts.items()
            if before != now.get(name, "")
            for kind, number, path in _changes(before, now.get(name, ""))
        }

    def _built(self, path: FieldPath, value: Any) -> Mapping[str, str]:
        """The real way from layers to a chart: nothing of ``explaining`` is on it."""
        stacks = self.described.stacks
        name, other = self.described.owner(path)
        if other is self.described:
            stacks = _stacks(other, path, value)
        else:
            changed = _stacks(other, path[1:], value)[other.environment]
            seen = neighbour(resolve(changed[0], other.environment or None, changed[1]).spec)
            layers, known = stacks[self.environment]
            known = Neighbours({**known.found, name: seen}, known.names)
            stacks = {**stacks, self.environment: (layers, known)}
        return self._built_of(stacks)

    def _built_of(self, stacks: Stacks) -> Mapping[str, str]:
        presets = _presets(self.project, self.plan.service)
        if self.described.is_namespace:
            spaces = {name: resolve_namespace(layers, name or None) for name, (layers, _) in stacks.items()}
            return build_namespace(_input(self.project, presets, spaces))
        specs = {name: resolve(layers, name or None, known) for name, (layers, known) in stacks.items()}
        return build(_input(self.project, presets, specs))

    def _render(self, files: Mapping[str, str], release: str, further: Mapping[str, Any]) -> str:
        """Without the schema: a changed value need not make sense."""
        kept = {path: text for path, text in files.items() if path != "values.schema.json"}
        with TemporaryDirectory() as temporary:
            folder = Path(temporary, "chart")
            disk.materialise(disk.Chart(folder, {**kept, "further.yaml": yamlio.write(dict(further))}), folder)
            archives.fill(self.plan, folder)
            names = [*([f"values-{self.environment}.yaml"] if self.environment else []), "further.yaml"]
            return Embedded().render(
                folder,
                release=release or str(self.plan.service.service.name),
                values_files=[folder / name for name in names],
                kube_version=NEWEST,
            )


def _stacks(described: Described, path: FieldPath, value: Any) -> Stacks:
    """The layers of every environment, where the one that counts says something else."""
    counts = described.place(path)
    old = described.layers[counts] if counts != DEFAULT else None
    outside, whole = described._outside_lists(path, value)
    lowest = [_saying(described.layers[0], put({}, outside, whole))] if old is None else []
    return {
        name: ([*lowest, *(_changed(layer, old, path, value) for layer in layers)], neighbours)
        for name, (layers, neighbours) in described.stacks.items()
    }


def _changed(layer: Layer, old: Layer | None, path: FieldPath, value: Any) -> Layer:
    """The layer itself, unless it is the one that says something else; it is made anew for each environment."""
    is_it = old is not None and layer.at == old.at and layer.model is old.model
    return _saying(layer, put(layer.said, path, value)) if is_it else layer


def _saying(layer: Layer, said: Mapping[str, Any]) -> Layer:
    other = replace(layer)
    other.__dict__["said"] = said
    return other


def _by_template(text: str) -> Mapping[str, str]:
    """The documents of each template, together."""
    found: dict[str, str] = {}
    for part in text.split("---\n# Source: ")[1:]:
        source, _, document = part.partition("\n")
        name = source.partition("/")[2]
        found[name] = f"{found[name]}---\n{document}" if name in found else document
    return found


def _changes(before: str, after: str) -> Iterator[tuple[str, int, FieldPath]]:
    now = {(kind, number): manifest for kind, number, manifest in manifests_of(after)}
    for kind, number, manifest in manifests_of(before):
        found = changes(manifest, now.get((kind, number), {}))
        yield from ((kind, number, path) for path in found.other | found.gone)

"""Answer a question about one service in one environment."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from chartgen.errors import InvalidInput, ToolError
from chartgen.explaining.data import ABSENT, get, leaves
from chartgen.explaining.described import DEFAULT, Described, Outcome
from chartgen.explaining.explanation import Explanation, Field, Printed, Saying, Value
from chartgen.explaining.question import (
    asked_leaves,
    is_of_a_manifest,
    is_printed,
    objects_of,
    silent_templates,
    understood,
)
from chartgen.explaining.rendering import LIBRARY, Leaf, Templates
from chartgen.explaining.sayings import On, default_of, field_of, nothing, shown
from chartgen.explaining.tracing import Trace, innermost
from chartgen.project.lines import spell
from chartgen.project.shapes import FieldPath

T = TypeVar("T")

_NOT_OURS = "whose templates are not looked into: chartgen render shows what comes of it"

_FILES = {"Values": "values.yaml", "Chart": "Chart.yaml", "Release": "the release"}


@dataclass(frozen=True)
class Explainer:
    """Answers; without templates, what can be answered without Helm."""

    described: Described
    file: str
    """The service file, as messages name it."""

    templates: Templates | None = None
    missing: str = ""
    """Why there are no templates, and how to get them."""

    locks: On = nothing
    waivers: On = nothing

    naming: Callable[[], Sequence[str]] = tuple
    """The services of the project whose policies name this one."""

    def everything(self) -> Explanation:
        """All that is not default, and who says it."""
        paths = [path for path, value in leaves(self.described.fields) if self._is_set(path, value)]
        paths.sort(key=lambda path: len(path) > 1)  # what stands alone is read first: name, owner, replicas
        return self._explanation("", [self._field(path) for path in paths])

    def explain(self, words: str) -> Explanation:
        """What the words mean. Raises InvalidInput where they mean nothing, ToolError where they need Helm."""
        trace = Trace(self.described)
        if is_of_a_manifest(words):
            return self._manifest(trace, words)
        question = understood(self.described, trace, self.file, words)
        answer = self._of_field if question.about == "field" else self._of_value
        return answer(trace, question.path)

    def sources(self, trace: Trace, leaf: Leaf, templates: Templates) -> Explanation:
        """The answer for one leaf of a manifest."""
        printed = self._printed([leaf], trace, templates)
        return self._answered(trace, templates, f"{printed[0].object} {printed[0].path}", [leaf])

    def _of_field(self, trace: Trace, path: FieldPath) -> Explanation:
        value, asked = get(self.described.fields, path), self.described.spell(path)
        if value is ABSENT:
            return self._explanation(asked, [self._field(path)], notes=[self._unset(path)])
        inherited = self.described.inherited(path)
        below = [inner for inner, _ in leaves(value, path)]
        notes = [f"it is inherited: what counts is {self.described.spell(inherited)}"] if inherited else []
        if path[0] == "dependencies" and len(path) > 1:
            notes.append(f"it goes to the chart {path[1]}, {_NOT_OURS}")
        notes += self._beside([inherited] if inherited else below)
        changed = [inherited or path, *([] if inherited else below)]
        outcomes = [one for inner in dict.fromkeys(changed) for one in self.described.tried(inner)]
        return self._explanation(
            asked,
            [self._field(inner) for inner in below],
            values=self._values(trace.values_of(outcomes)),
            **self._reached(trace, outcomes, notes),
        )

    def _beside(self, paths: Iterable[FieldPath]) -> list[str]:
        """The services that see what one of the fields says."""
        if self.described.is_namespace or not any(True for path in paths for _ in self.described.seen_with(path)):
            return []
        name = self.described.spec.name
        hint = "which names {} in its policies: chartgen explain {} networkPolicy"
        return [f"it reaches {other} too, {hint.format(name, other)}" for other in self.naming()]

    def _unset(self, path: FieldPath) -> str:
        """What around a field is not set."""
        lengths = range(1, len(path) + 1)
        around = next(path[:i] for i in lengths if get(self.described.fields, path[:i]) in (ABSENT, None))
        return f"{self.described.spell(around)} is not set here, and so nothing comes of it"

    def _of_value(self, trace: Trace, path: FieldPath) -> Explanation:
        below = [inner for inner, _ in leaves(get(self.described.root, path), path)]
        fields = trace.fields_of(below)
        return self._explanation(
            spell(path[1:]),
            [self._field(inner) for inner in fields],
            values=self._values(below),
            **self._reached(trace, [Outcome(root) for root in trace.other_values(below)], _notes(fields, below)),
        )

    def _manifest(self, trace: Trace, words: str) -> Explanation:
        if self.templates is None:
            raise ToolError("a field of a manifest is found by rendering, and there is no Helm", hint=self.missing)
        objects = objects_of(trace.texts(self.templates))
        try:
            asked, found = asked_leaves(objects, self.file, words)
        except InvalidInput:
            names = silent_templates(objects, self.templates.names, words)
            if deciding := trace.making(partial(is_printed, words=words), self.templates, names):
                return self._unprinted(words, deciding)
            raise
        return self._answered(trace, self.templates, asked, found)

    def _unprinted(self, words: str, deciding: Sequence[FieldPath]) -> Explanation:
        """Of what is not printed, and would be if fields said something else."""
        note = "is not printed here; it would be if what it depends on were said otherwise"
        return self._explanation(words, [], deciding=[self._field(path) for path in deciding], notes=[note])

    def _answered(self, trace: Trace, templates: Templates, asked: str, found: Sequence[Leaf]) -> Explanation:
        sources = [trace.sources_of(leaf, templates) for leaf in found]
        keys = _once(path for one in sources for path in one.keys)
        fields = _once([*innermost(_once(path for one in sources for path in one.fields)), *keys])
        deciding = innermost(_once(path for one in sources for path in one.deciding if path not in fields))
        values = _once(path for one in sources for path in one.values)
        return self._explanation(
            asked,
            [self._field(path) for path in fields],
            values=self._values(values),
            deciding=[self._field(path) for path in deciding],
            printed=self._printed(found, trace, templates),
            library=LIBRARY,
            notes=[*_notes(fields, values), *(f"the key of {self.described.spell(path)} is in it" for path in keys)],
        )

    def _explanation(self, asked: str, fields: Sequence[Field], **more: Any) -> Explanation:
        return Explanation(self.described.release, self.described.environment, asked, fields, **more)

    def _reached(self, trace: Trace, outcomes: Sequence[Outcome], notes: Sequence[str] = ()) -> dict[str, Any]:
        """The fields of manifests that differ with the outcomes."""
        if self.templates is None:
            text = "template lines and fields of manifests are left out, since they are found by rendering"
            return {"notes": [*notes, f"without Helm {text}: {self.missing}"]}
        reached = trace.reached_by(outcomes, self.templates)
        other = [leaf for leaf in trace.base(self.templates) if leaf in reached.other - reached.gone]
        if not other and not reached.gone and not notes:
            notes = ["nothing that is printed differs with it, as things are"]
        other.sort(key=lambda leaf: leaf.path[0] == "metadata")  # labels are on every object, and come last
        return {
            "printed": self._printed(other, trace, self.templates),
            "decides": self._called(reached.gone, trace, self.templates),
            "library": LIBRARY,
            "notes": notes,
        }

    def _called(self, gone: Collection[Leaf], trace: Trace, templates: Templates) -> list[str]:
        """What goes, as whole objects where nothing of them stays."""
        names = self._names(trace, templates)
        stays = {_object(leaf) for leaf in trace.base(templates) if leaf not in gone}
        lost = [leaf for leaf in trace.base(templates) if leaf in gone]
        return _once(
            f"{names[_object(leaf)]} {spell(leaf.path)}" if _object(leaf) in stays else names[_object(leaf)]
            for leaf in lost
        )

    def _names(self, trace: Trace, templates: Templates) -> dict[tuple[str, str, int], str]:
        objects = objects_of(trace.texts(templates))
        return {(one.template, one.kind, one.number): f"{one.kind}/{one.name}" for one in objects}

    def _printed(self, found: Sequence[Leaf], trace: Trace, templates: Templates) -> list[Printed]:
        base = trace.base(templates)
        names = self._names(trace, templates)
        printed = []
        for leaf in found:
            line, define = trace.line_of(leaf, templates)
            printed.append(Printed(names[_object(leaf)], spell(leaf.path), base[leaf], leaf.template, line, define))
        return printed

    def _values(self, paths: Iterable[FieldPath]) -> list[Value]:
        return [
            Value(f"{_FILES[str(path[0])]}: {_called(path)}", get(self.described.root, path), self._pinned(path))
            for path in paths
        ]

    def _pinned(self, path: FieldPath) -> Saying | None:
        pinned = self.described.pinned
        value = get(pinned.values, path[1:]) if pinned and path[0] == "Values" else ABSENT
        if pinned is None or value is ABSENT:
            return None
        return Saying("whoever deploys", pinned.file, pinned.lines.get(path[1:], 0), value)

    def _field(self, path: FieldPath) -> Field:
        return field_of(self.described, path, self.locks, self.waivers)

    def _is_set(self, path: FieldPath, value: Any) -> bool:
        said = self.described.winner(path) != DEFAULT
        return said and shown(value) != default_of(self.described, path)


def _object(leaf: Leaf) -> tuple[str, str, int]:
    return leaf.template, leaf.kind, leaf.number


def _once(many: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(many))


def _called(path: FieldPath) -> str:
    """Chart.yaml's own spelling has no capitals in front."""
    text = spell(path[1:])
    return text if path[0] == "Values" else f"{text[0].lower()}{text[1:]}"


def _notes(fields: Sequence[FieldPath], values: Sequence[FieldPath]) -> list[str]:
    if fields:
        return []
    if any(path[0] == "Release" for path in values):
        return ["no field changes it: it is what Helm is told of the release"]
    if values:
        return ["no field changes it: chartgen itself writes it into the values"]
    return ["no field or value changes it: the library chart prints it as it is"]

"""What leads to what, found by changing it: a field to values, values to manifests, and back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chartgen.explaining import others
from chartgen.explaining.data import changes, get, leaves, put
from chartgen.explaining.described import OF, Described, Outcome, Root
from chartgen.explaining.lines import lines_of
from chartgen.explaining.rendering import Difference, Leaf, Printed, Templates, Texts, difference, leaves_of
from chartgen.models.networking import Neighbour, NeighbourPod
from chartgen.project.shapes import FieldPath


@dataclass(frozen=True)
class Sources:
    """What a leaf of a manifest comes from."""

    fields: Sequence[FieldPath]
    values: Sequence[FieldPath]
    """Paths in what templates see: ``("Values", "replicaCount")``."""

    deciding: Sequence[FieldPath]
    """Fields without which the leaf is not there."""

    keys: Sequence[FieldPath] = ()
    """Entries of maps whose keys it shows."""


Effects = Mapping[FieldPath, Difference]
"""What the changes of each path do."""


@dataclass(frozen=True)
class Trace:
    """The traces of one description in one environment; each change is tried once."""

    described: Described

    @cached_property
    def outcomes(self) -> Mapping[FieldPath, Sequence[Outcome]]:
        """What comes of each field that has a value, when it is changed."""
        found = {path: list(self.described.tried(path)) for path in self.described.own()}
        return {path: outcomes for path, outcomes in found.items() if outcomes}

    @cached_property
    def renamed(self) -> Mapping[FieldPath, Outcome]:
        """What comes of each entry of a map, when it has another key."""
        found = {path: self.described.renamed(path) for path in self.described.entries()}
        return {path: one for path, one in found.items() if one}

    @cached_property
    def outcomes_elsewhere(self) -> Mapping[FieldPath, Sequence[Outcome]]:
        """The same of the fields of services that it names."""
        paths = [(f"{name}{OF}", *path) for name, other in self.described.neighbours.items() for path in other.noticed]
        return {path: list(self.described.tried(path)) for path in paths}

    @cached_property
    def listening(self) -> Outcome:
        """What comes of it if the services that it names had other labels: what that touches may show their fields."""
        known = self.described.stacks[self.described.environment][1].found
        other = {name: _relabelled(known[name]) for name in self.described.neighbours}
        return Outcome(self.described.beside(other).root if other else self.described.root)

    def values_of(self, outcomes: Iterable[Outcome]) -> list[FieldPath]:
        """What templates see that differs."""
        found = {path for one in outcomes for path in self._changed(one.root)}
        return [path for path, _ in leaves(self.described.root) if path in found]

    def fields_of(self, values: Iterable[FieldPath]) -> list[FieldPath]:
        """The fields that some of the values come from."""
        wanted = set(values)
        sections = {path[:2] for path in wanted}
        listens = any(path[:2] in sections for path in self._changed(self.listening.root))
        known = {**self.outcomes, **(self.outcomes_elsewhere if listens else {})}
        changed = {path: [self._changed(one.root) for one in outcomes] for path, outcomes in known.items()}
        found = [path for path, several in changed.items() if any(wanted & one for one in several)]
        return self._free(found)

    def reached_by(self, outcomes: Sequence[Outcome], templates: Templates) -> Difference:
        """The leaves of manifests that differ, and those that go."""
        return _all(self._differences(outcomes, templates, templates.names))

    def other_values(self, paths: Iterable[FieldPath]) -> list[Root]:
        """What templates would see if values differed."""
        seen = dict(leaves(self.described.root))
        return [put(self.described.root, path, other) for path in paths for other in others.in_values(seen[path])]

    def base(self, templates: Templates) -> Mapping[Leaf, Any]:
        """Every leaf of every manifest."""
        return {
            leaf: value for name, text in self.texts(templates).items() for leaf, value in leaves_of(name, text).items()
        }

    def sources_of(self, leaf: Leaf, templates: Templates) -> Sources:
        """What a leaf comes from: every field and every value is changed, and its template run."""
        by_field, by_value = self._effects(leaf.template, templates)
        by_key = self._effects_of_keys(leaf.template, templates)
        return Sources(
            fields=self._free([path for path, effect in by_field.items() if leaf in effect.other]),
            values=[path for path, effect in by_value.items() if leaf in effect.other],
            deciding=innermost([path for path, effect in by_field.items() if leaf in effect.gone]),
            keys=[path for path, effect in by_key.items() if leaf in effect.other],
        )

    def _effects(self, template: str, templates: Templates) -> tuple[Effects, Effects]:
        """What a change of each field, and of each value, does to what a template prints."""
        if template not in self._known:
            by_value, read = self._effects_of_values(template, templates)
            self._known[template] = self._effects_of_fields(template, templates, read), by_value
        return self._known[template]

    def _effects_of_values(self, template: str, templates: Templates) -> tuple[Effects, frozenset[FieldPath]]:
        """What a change of each value does, and the values that matter to the template."""
        first, second = self._changed_values
        paths = self._mattering(self._mattering(list(first), 2, template, templates), 3, template, templates)
        printed = self._printed({path: first[path] for path in paths}, template, templates)
        second = {path: root for path, root in second.items() if path in printed}
        silent = {path: root for path, root in second.items() if not printed.get(path)}
        printed |= {path: found for path, found in self._printed(silent, template, templates).items() if found}
        effects = {path: difference(self.texts(templates), found) for path, found in printed.items()}
        return effects, frozenset(path for path, found in printed.items() if found)

    def _mattering(
        self, paths: Sequence[FieldPath], length: int, template: str, templates: Templates
    ) -> Sequence[FieldPath]:
        """The values in sections that matter to the template: those of each section are changed together."""
        sections: dict[FieldPath, Root] = {}
        for path in paths:
            other = get(self._changed_values[0][path], path)
            sections[path[:length]] = put(sections.get(path[:length], self.described.root), path, other)
        printed = self._printed(sections, template, templates)
        return [path for path in paths if printed[path[:length]]]

    def _printed(
        self, roots: Mapping[FieldPath, Root], template: str, templates: Templates
    ) -> dict[FieldPath, Printed]:
        found = templates.run(self.described.root, list(roots.values()), [template])
        return dict(zip(roots, found, strict=True))

    def _effects_of_fields(self, template: str, templates: Templates, read: frozenset[FieldPath]) -> Effects:
        """The same of fields, those left out that touch no value that matters."""
        matters = {path[:length] for path in read for length in range(len(path) + 1)}
        flat = [
            (path, one)
            for path, outcomes in self.outcomes.items()
            for one, touched in zip(outcomes, self._touched[path], strict=True)
            if touched & matters or template in one.gone
        ]
        if self._differences([self.listening], templates, [template]) != [Difference()]:
            flat += [(path, one) for path, outcomes in self.outcomes_elsewhere.items() for one in outcomes]
        found = self._differences([one for _, one in flat], templates, [template])
        several: dict[FieldPath, list[Difference]] = {}
        for (path, _), one in zip(flat, found, strict=True):
            several.setdefault(path, []).append(one)
        return {path: _all(many) for path, many in several.items()}

    def _effects_of_keys(self, template: str, templates: Templates) -> Effects:
        """What another key of each entry of a map does."""
        if template not in self._known_of_keys:
            found = self._differences(list(self.renamed.values()), templates, [template])
            self._known_of_keys[template] = dict(zip(self.renamed, found, strict=True))
        return self._known_of_keys[template]

    @cached_property
    def _changed_values(self) -> tuple[Mapping[FieldPath, Root], Mapping[FieldPath, Root]]:
        """What templates would see if a value were another; and if it were yet another."""
        changed = {path: self.other_values([path]) for path, _ in leaves(self.described.root)}
        first = {path: roots[0] for path, roots in changed.items() if roots}
        return first, {path: roots[1] for path, roots in changed.items() if len(roots) > 1}

    @cached_property
    def _touched(self) -> Mapping[FieldPath, Sequence[frozenset[FieldPath]]]:
        """Of each root, the values that differ; and of those that are new, what they stand in."""
        was = dict(leaves(self.described.root))
        around = {path[:length] for path in was for length in range(len(path) + 1)}
        return {
            path: [frozenset(_touched(was, around, one.root)) for one in outcomes]
            for path, outcomes in self.outcomes.items()
        }

    def _free(self, paths: Sequence[FieldPath]) -> list[FieldPath]:
        """The fields, and the sections that may be left out: what is needed elsewhere has no say of its own."""
        sections = [path for path in paths if isinstance(get(self.described.fields, path), (Mapping, list))]
        for path in sections:
            if path not in self._is_free:
                self._is_free[path] = self.described.is_free(path)
        return innermost([path for path in paths if self._is_free.get(path, True)])

    def _differences(self, outcomes: Sequence[Outcome], templates: Templates, names: Sequence[str]) -> list[Difference]:
        base = self.texts(templates)
        printed = templates.run(self.described.root, [one.root for one in outcomes], names)
        nothing = [{name: "" for name in names if name in one.gone} for one in outcomes]
        return [difference(base, {**texts, **gone}) for texts, gone in zip(printed, nothing, strict=True)]

    def making(self, is_there: Callable[[Texts], bool], templates: Templates, names: Sequence[str]) -> list[FieldPath]:
        """The fields of which a change makes some templates print what they do not print as things are."""
        flat = [(path, one.root) for path, outcomes in self.outcomes.items() for one in outcomes] if names else []
        answers = templates.run(self.described.root, [root for _, root in flat], names)
        found = [path for (path, _), texts in zip(flat, answers, strict=True) if is_there(_there(texts))]
        return innermost(list(dict.fromkeys(found)))

    def line_of(self, leaf: Leaf, templates: Templates) -> tuple[int | None, str]:
        """The line of the library that prints a leaf, and its define."""
        if leaf.template not in self._lines:
            self._lines[leaf.template] = lines_of(templates, self.described.root, leaf.template)
        return self._lines[leaf.template].get(leaf, (None, ""))

    def texts(self, templates: Templates) -> Texts:
        """What the templates print as things are."""
        if not self._texts:
            self._texts.update(templates.texts(self.described.root, templates.names))
        return self._texts

    def _changed(self, root: Root) -> frozenset[FieldPath]:
        found = changes(self.described.root, root)
        return found.other | found.gone

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    @cached_property
    def _lines(self) -> dict[str, dict[Leaf, tuple[int, str]]]:
        return {}

    @cached_property
    def _is_free(self) -> dict[FieldPath, bool]:
        return {}

    @cached_property
    def _known_of_keys(self) -> dict[str, Effects]:
        return {}

    @cached_property
    def _known(self) -> dict[str, tuple[Effects, Effects]]:
        return {}


def _there(printed: Printed) -> Texts:
    return {name: text for name, text in printed.items() if text is not None}


def _relabelled(one: Neighbour) -> Neighbour:
    pods = {
        name: NeighbourPod(labels=dict.fromkeys(pod.labels, others.MARK), ports=pod.ports)
        for name, pod in one.workloads.items()
    }
    return Neighbour(workloads=pods)


def _touched(was: Mapping[FieldPath, Any], around: Collection[FieldPath], root: Root) -> Iterator[FieldPath]:
    now = dict(leaves(root))
    yield from (path for path, value in was.items() if path not in now or now[path] != value)
    for path in now.keys() - was.keys():
        yield next(path[:length] for length in range(len(path), -1, -1) if path[:length] in around)


def _all(many: Iterable[Difference]) -> Difference:
    whole = Difference()
    for one in many:
        whole |= one
    return whole


def innermost(paths: Sequence[FieldPath]) -> list[FieldPath]:
    """The paths without those around others of them."""
    around = {path[:length] for path in paths for length in range(len(path))}
    return [path for path in paths if path not in around]

"""What leads to what, found by changing it: a field to values, values to manifests, and back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chartgen.explaining import others
from chartgen.explaining.data import changes, get, leaves, put
from chartgen.explaining.described import Described, Root
from chartgen.explaining.lines import lines_of
from chartgen.explaining.rendering import Difference, Leaf, Templates, Texts, difference, leaves_of
from chartgen.project.shapes import FieldPath


@dataclass(frozen=True)
class Sources:
    """What a leaf of a manifest comes from."""

    fields: Sequence[FieldPath]
    values: Sequence[FieldPath]
    """Paths in what templates see: ``("Values", "replicaCount")``."""

    deciding: Sequence[FieldPath]
    """Fields without which the leaf is not there."""


Effects = Mapping[FieldPath, Difference]
"""What the changes of each path do."""


@dataclass(frozen=True)
class Trace:
    """The traces of one description in one environment; each change is tried once."""

    described: Described

    @cached_property
    def roots(self) -> Mapping[FieldPath, Sequence[Root]]:
        """What each field that has a value makes of what templates see, when it is changed."""
        found = {path: list(self.described.tried(path)) for path in self.described.own()}
        return {path: roots for path, roots in found.items() if roots}

    def values_of(self, roots: Iterable[Root]) -> list[FieldPath]:
        """What templates see that differs."""
        found = {path for root in roots for path in self._changed(root)}
        return [path for path, _ in leaves(self.described.root) if path in found]

    def fields_of(self, values: Iterable[FieldPath]) -> list[FieldPath]:
        """The fields that some of the values come from."""
        wanted = set(values)
        found = [path for path, roots in self.roots.items() if any(wanted & self._changed(root) for root in roots)]
        return self._free(found)

    def reached_by(self, roots: Sequence[Root], templates: Templates) -> Difference:
        """The leaves of manifests that differ, and those that go."""
        return _all(self._differences(roots, templates, templates.names))

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
        return Sources(
            fields=self._free([path for path, effect in by_field.items() if leaf in effect.other]),
            values=[path for path, effect in by_value.items() if leaf in effect.other],
            deciding=innermost([path for path, effect in by_field.items() if leaf in effect.gone]),
        )

    def _effects(self, template: str, templates: Templates) -> tuple[Effects, Effects]:
        """What a change of each field, and of each value, does to what a template prints."""
        if template not in self._known:
            values = {path: self.other_values([path]) for path, _ in leaves(self.described.root)}
            by_value = self._tried({path: roots[:1] for path, roots in values.items()}, template, templates)
            silent = {path: values[path][1:] for path, effect in by_value.items() if effect == Difference()}
            again = self._tried(silent, template, templates)
            self._known[template] = self._tried(self.roots, template, templates), {**by_value, **again}
        return self._known[template]

    def _tried(self, changed: Mapping[FieldPath, Sequence[Root]], template: str, templates: Templates) -> Effects:
        flat = [(path, root) for path, roots in changed.items() for root in roots]
        found = self._differences([root for _, root in flat], templates, [template])
        several: dict[FieldPath, list[Difference]] = {}
        for (path, _), one in zip(flat, found, strict=True):
            several.setdefault(path, []).append(one)
        return {path: _all(many) for path, many in several.items()}

    def _free(self, paths: Sequence[FieldPath]) -> list[FieldPath]:
        """The fields, and the sections that may be left out: what is needed elsewhere has no say of its own."""
        sections = [path for path in paths if isinstance(get(self.described.fields, path), (Mapping, list))]
        for path in sections:
            if path not in self._is_free:
                self._is_free[path] = self.described.is_free(path)
        return innermost([path for path in paths if self._is_free.get(path, True)])

    def _differences(self, roots: Sequence[Root], templates: Templates, names: Sequence[str]) -> list[Difference]:
        base = {name: text for name, text in self.texts(templates).items() if name in names}
        return [difference(base, texts) for texts in templates.run(roots, names)]

    def making(self, is_there: Callable[[Texts], bool], templates: Templates, names: Sequence[str]) -> list[FieldPath]:
        """The fields of which a change makes some templates print what they do not print as things are."""
        flat = [(path, root) for path, roots in self.roots.items() for root in roots] if names else []
        answers = templates.run([root for _, root in flat], names)
        found = [path for (path, _), texts in zip(flat, answers, strict=True) if texts and is_there(texts)]
        return innermost(list(dict.fromkeys(found)))

    def line_of(self, leaf: Leaf, templates: Templates) -> tuple[int | None, str]:
        """The line of the library that prints a leaf, and its define."""
        if leaf.template not in self._lines:
            self._lines[leaf.template] = lines_of(templates, self.described.root, leaf.template)
        return self._lines[leaf.template].get(leaf, (None, ""))

    def texts(self, templates: Templates) -> Texts:
        """What the templates print as things are."""
        if not self._texts:
            self._texts.update(templates.only(self.described.root))
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
    def _known(self) -> dict[str, tuple[Effects, Effects]]:
        return {}


def _all(many: Iterable[Difference]) -> Difference:
    whole = Difference()
    for one in many:
        whole |= one
    return whole


def innermost(paths: Sequence[FieldPath]) -> list[FieldPath]:
    """The paths without those around others of them."""
    around = {path[:length] for path in paths for length in range(len(path))}
    return [path for path in paths if path not in around]

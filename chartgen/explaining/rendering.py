"""Render many values at once: the chart's own templates, called in a loop over what they might see.

A render costs some ten milliseconds, nearly all of it for reading the library chart, and a question needs hundreds. So
one template runs those of the chart on each of a list of roots, and gives the texts back as JSON.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import disk, yamlio
from chartgen.explaining.data import changes, leaves
from chartgen.explaining.described import Root
from chartgen.helm import Engine, RenderFailed
from chartgen.project.shapes import FieldPath

LIBRARY = "charts/chartgen-library/templates/_library.tpl"
"""The defines of a chart."""

_CHART = "apiVersion: v2\nname: explained\nversion: 0.0.0\n"
"""Without dependencies: charts that are fetched from elsewhere have no part in this."""

Texts = Mapping[str, str]
"""What each template prints, by its path in the chart."""

_MANY = 100
"""Roots in one go: Helm takes no file above 5 MiB."""

_ANSWER = re.compile(r'^"(\d+)": (.*)$', re.MULTILINE)


@dataclass(frozen=True)
class Leaf:
    """A scalar, or an empty collection, of a manifest."""

    template: str
    kind: str
    number: int
    """Which of several objects of the kind that the template prints."""

    path: FieldPath


@dataclass(frozen=True)
class Templates:
    """A chart's templates, and a Helm to run them."""

    files: Mapping[str, str]
    engine: Engine
    kube_version: str

    @property
    def names(self) -> list[str]:
        """Those that print objects."""
        return [path for path in self.files if path.startswith("templates/") and path.endswith(".yaml")]

    def run(self, roots: Sequence[Root], names: Sequence[str], library: str = "") -> list[Texts | None]:
        """What the named templates print of each root; None where Helm refuses one."""
        found: list[Texts | None] = []
        for start in range(0, len(roots), _MANY):
            found += self._run(roots[start : start + _MANY], names, library)
        return found

    def only(self, root: Root) -> Texts:
        """What all templates print of one root. Raises RenderFailed where Helm refuses it."""
        return next(self._answers([root], self.names, ""))

    def _run(self, roots: Sequence[Root], names: Sequence[str], library: str) -> list[Texts | None]:
        try:
            return list(self._answers(roots, names, library))
        except RenderFailed:
            half = len(roots) // 2
            if not half:
                return [None]
            return [*self._run(roots[:half], names, library), *self._run(roots[half:], names, library)]

    def _answers(self, roots: Sequence[Root], names: Sequence[str], library: str) -> Iterator[Texts]:
        files = {
            "Chart.yaml": _CHART,
            "values.yaml": "{}\n",
            "templates/_library.tpl": library or self.files[LIBRARY],
            "roots.json": json.dumps(roots),
            "templates/loop.yaml": self._loop(names),
        }
        with TemporaryDirectory() as temporary:
            folder = Path(temporary, "chart")
            disk.materialise(disk.Chart(folder, files), folder)
            text = self.engine.render(folder, release="explained", kube_version=self.kube_version)
        answers = dict(_ANSWER.findall(text))
        yield from (json.loads(answers[str(number)]) for number in range(len(roots)))

    def _loop(self, names: Sequence[str]) -> str:
        defines = "".join(f'{{{{- define "{name}" }}}}{self.files[name]}{{{{- end }}}}\n' for name in names)
        pairs = " ".join(f'"{name}" (include "{name}" $root)' for name in names)
        return (
            f"{defines}apiVersion: v1\nkind: Answers\n"
            '{{- range $number, $root := .Files.Get "roots.json" | fromJsonArray }}\n'
            f'{{{{ printf "%d" $number | quote }}}}: {{{{ dict {pairs} | toJson }}}}\n'
            "{{- end }}\n"
        )


@lru_cache(maxsize=256)
def manifests_of(text: str) -> Sequence[tuple[str, int, Mapping[str, Any]]]:
    """The objects that a template printed, each with its kind and its number within that.

    Raises ValueError for what is no manifest.
    """
    count: Counter[str] = Counter()
    found = []
    for manifest in yamlio.read_manifests(text):
        if not isinstance(manifest, Mapping):
            raise ValueError("a manifest is a mapping")  # noqa: TRY004 - what is read is at fault
        kind = str(manifest.get("kind", ""))
        found.append((kind, count[kind], manifest))
        count[kind] += 1
    return found


def leaves_of(template: str, text: str) -> dict[Leaf, Any]:
    """Every leaf that a template printed, in order."""
    return {
        Leaf(template, kind, number, path): value
        for kind, number, manifest in manifests_of(text)
        for path, value in leaves(manifest)
    }


@dataclass(frozen=True)
class Difference:
    """What a change does to the leaves of manifests that are there before."""

    other: frozenset[Leaf] = frozenset()
    """Those with another value."""

    gone: frozenset[Leaf] = frozenset()
    """Those that are not there any more."""

    def __or__(self, further: "Difference") -> "Difference":
        """What both do."""
        return Difference(self.other | further.other, self.gone | further.gone)


def difference(before: Texts, after: Texts | None) -> Difference:
    """What differs; nothing where Helm refuses the change, or it makes what is no manifest."""
    if after is None:
        return Difference()
    changed = [template for template, text in before.items() if text != after[template]]
    try:
        found = [_difference(template, before[template], after[template]) for template in changed]
    except ValueError:
        return Difference()
    return Difference(
        frozenset(leaf for one in found for leaf in one.other), frozenset(leaf for one in found for leaf in one.gone)
    )


def _difference(template: str, before: str, after: str) -> Difference:
    now = {(kind, number): manifest for kind, number, manifest in manifests_of(after)}
    other: set[Leaf] = set()
    gone: set[Leaf] = set()
    for kind, number, manifest in manifests_of(before):
        found = changes(manifest, now.get((kind, number), {}))
        other |= {Leaf(template, kind, number, path) for path in found.other}
        gone |= {Leaf(template, kind, number, path) for path in found.gone}
    return Difference(frozenset(other), frozenset(gone))

"""Render many values at once: the chart's own templates, called on one after the other of what they might see.

A render costs some ten milliseconds, nearly all of it for reading the library chart, and a question needs hundreds. So
one template calls those of the chart, and gives back as JSON the texts that differ (``calls``). A call that Helm
refuses is known by its line, and left out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import disk, yamlio
from chartgen.explaining.calls import Answers, Call, Page, pages
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

Printed = Mapping[str, str | None]
"""What each template prints, where it is not what it prints of the base; None where Helm refuses it."""


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

    def texts(self, root: Root, names: Sequence[str], library: str = "") -> Texts:
        """What the named templates print. Raises RenderFailed where Helm refuses it.

        ``library`` stands in for the chart's own.
        """
        return self._answers(Page(root, names), library).base

    def run(self, base: Root, roots: Sequence[Root], names: Sequence[str]) -> list[Printed]:
        """What the named templates print of each root."""
        found: list[dict[str, str | None]] = [{} for _ in roots]
        for page in pages(base, names, roots):
            for call, text in self._tried(page).items():
                found[call.number][call.template] = text
        return list(found)

    def _tried(self, page: Page) -> Mapping[Call, str | None]:
        """The answers to a page's calls. Those before one that Helm refuses are called once more."""
        before: list[Call] = []
        refused: dict[Call, None] = {}
        rest = page
        while True:
            try:
                last = self._answers(rest).other
                return {**refused, **last, **(self._answers(replace(page, calls=before)).other if before else {})}
            except RenderFailed as error:
                place = rest.refused(str(error))
                if place is None:
                    raise
                before += rest.calls[:place]
                refused[rest.calls[place]] = None
                rest = replace(rest, calls=rest.calls[place + 1 :])

    def _answers(self, page: Page, library: str = "") -> Answers:
        """What a page comes to. Raises RenderFailed, with the line of the first call that Helm refuses."""
        defines = "".join(f'{{{{- define "{name}" }}}}{self.files[name]}{{{{- end }}}}\n' for name in page.names)
        files = {
            "Chart.yaml": _CHART,
            "values.yaml": "{}\n",
            "templates/_library.tpl": library or self.files[LIBRARY],
            "templates/_called.tpl": defines,
            **page.files,
        }
        with TemporaryDirectory() as temporary:
            folder = Path(temporary, "chart")
            disk.materialise(disk.Chart(folder, files), folder)
            return page.answers(self.engine.render(folder, release="explained", kube_version=self.kube_version))


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


def difference(before: Texts, after: Printed) -> Difference:
    """What differs; nothing where Helm refuses the change, or it makes what is no manifest."""
    found = [_difference(template, before[template], text) for template, text in after.items() if text is not None]
    return Difference(
        frozenset(leaf for one in found for leaf in one.other), frozenset(leaf for one in found for leaf in one.gone)
    )


def _difference(template: str, before: str, after: str) -> Difference:
    try:
        now = {(kind, number): manifest for kind, number, manifest in manifests_of(after)}
    except ValueError:
        return Difference()
    other: set[Leaf] = set()
    gone: set[Leaf] = set()
    for kind, number, manifest in manifests_of(before):
        found = changes(manifest, now.get((kind, number), {}))
        other |= {Leaf(template, kind, number, path) for path in found.other}
        gone |= {Leaf(template, kind, number, path) for path in found.gone}
    return Difference(frozenset(other), frozenset(gone))

"""Every branch of every define is reached by the toggles of ``table.py``, and this measures it.

Branches are the body and the other side of each ``if``, ``else if`` and ``with`` (an ``else``, written or not), and the
body of each ``range``. One branch at a time gets a ``{{ fail }}``, in a copy of the library that is the same otherwise,
and the toggles are rendered until one of them falls into it. So nothing that is measured changes what is measured: a
marker in the output would change lengths, hashes and what ``with include …`` sees.
"""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import helm_python
import pytest

from chartgen.assets import library_chart
from chartgen.charting import library, namespace
from chartgen.charting.kinds import kind_of
from chartgen.charting.templates import stubs

from .helms import Helm
from .sample import write_chart
from .table import toggles

_ACTION = re.compile(
    r"\{\{-?\s*(?P<comment>/\*.*?\*/)?(?P<word>define|if|else if|else|with|range|end)?(?P<rest>.*?)-?\}\}", re.DOTALL
)


LIBRARY = f"charts/{library.NAME}/templates/_library.tpl"

Row = tuple[str, dict[str, object]]
Rows = Mapping[str, Row]


class Branch(NamedTuple):
    """A place in a define's text, and what makes Helm fail there."""

    where: str
    offset: int
    trap: str


def branches(file: str, text: str) -> Iterator[Branch]:
    """All branches of a template file."""
    blocks: list[str] = []
    for action in _ACTION.finditer(text):
        word = action["word"] if not action["comment"] else None
        line = f"{file}:{text.count(chr(10), 0, action.start()) + 1}"
        what = f"{word}{action['rest'].rstrip()}"
        if word == "end" and blocks.pop() in ("if", "with"):
            yield Branch(f"{line}: otherwise", action.start(), "{{ else }}{{ fail `trap` }}")
        elif word in ("if", "with", "range", "else if", "else"):
            yield Branch(f"{line}: {what}", action.end(), "{{ fail `trap` }}")
        if word in ("define", "if", "with", "range"):
            blocks.append(word)
        elif word == "else":
            blocks[-1] = "else"


def sources() -> Mapping[str, str]:
    return {file.name: file.read_text() for file in sorted((library_chart() / "templates").glob("*.tpl"))}


def test_branches_are_found_whatever_they_are() -> None:
    ifs = "{{/* if */}}{{ if .a }}1{{ else if .b }}2{{ end }}"
    text = f'{{{{- define "x" -}}}}{ifs}{{{{ with .c }}}}3{{{{ else }}}}4{{{{ end }}}}{{{{ end }}}}'

    found = [branch.where for branch in branches("x", text)]

    assert found == ["x:1: if .a", "x:1: else if .b", "x:1: otherwise", "x:1: with .c", "x:1: else"]


def test_every_define_stands_in_a_file_of_its_name() -> None:
    for file, text in sources().items():
        assert re.findall(r'define "chartgen\.(\w+)"', text) == [file.removeprefix("_").removesuffix(".tpl")]
        assert text.startswith("{{/*\nchartgen.")
        assert "\nTakes   " in text
        assert "\nYields  " in text


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Rows]]:
    """A chart for each kind of main workload, and the rows that are its values."""
    folder = tmp_path_factory.mktemp("charts")
    return [(_chart_of(folder / kind, rows), rows) for kind, rows in sorted(_by_kind(toggles()).items())]


@pytest.mark.slow
@pytest.mark.parametrize("file", sources())
def test_every_branch_is_reached(file: str, charts: list[tuple[Path, Rows]]) -> None:
    text = sources()[file]
    head = re.search(r"\{\{-? define .*?\}\}", text)
    assert head
    reaching = list(_reaching(charts, text, Branch(file, head.end(), "{{ fail `trap` }}")))

    missed = [branch.where for branch in branches(file, text) if not any(_reaching(reaching, text, branch))]

    assert not missed, "\n".join(["no toggle of table.py reaches:", *missed])


def _reaching(charts: Sequence[tuple[Path, Rows]], text: str, branch: Branch) -> Iterator[tuple[Path, Rows]]:
    """The rows that fall into a trap; with a trap at the define's head, all those that can fall into one of its own."""
    trapped = text[: branch.offset] + branch.trap + text[branch.offset :]
    library_text = library.vendored()[LIBRARY].replace(library.stamped(text), library.stamped(trapped))
    for chart, rows in charts:
        (chart / LIBRARY).write_text(library_text)
        loaded = helm_python.Chart.load(str(chart))
        yield from ((chart, {name: row}) for name, row in rows.items() if _falls(loaded, row))


def _by_kind(rows: Rows) -> Mapping[str, Rows]:
    """A chart has templates for one kind of main workload, and components in all environments, if only an empty map."""
    whole = {name: (release, _with_components(values)) for name, (release, values) in rows.items()}
    kinds = {name: "Namespace" if "namespace" in values else kind_of(values) for name, (_, values) in rows.items()}
    return {kind: {name: row for name, row in whole.items() if kinds[name] == kind} for kind in set(kinds.values())}


def _with_components(values: dict[str, object]) -> dict[str, object]:
    return values if "namespace" in values else {"components": {}, **values}


def _chart_of(folder: Path, rows: Rows) -> Path:
    chart = write_chart(folder, {}, app_version="")
    shutil.rmtree(chart / "templates")
    everywhere = [values for _, values in rows.values()]
    made = namespace.stubs(everywhere) if "namespace" in everywhere[0] else stubs(everywhere)
    for file, text in made.items():
        (chart / file).parent.mkdir(parents=True, exist_ok=True)
        (chart / file).write_text(text)
    return chart


def _falls(chart: helm_python.Chart, row: Row) -> bool:
    release, values = row
    try:
        chart.render(values, name=release, namespace="shop")
    except helm_python.HelmRenderError as error:
        if "trap" in str(error):
            return True
        raise
    return False


@pytest.mark.helm
def test_a_trap_is_met_by_every_helm(tmp_path: Path, helm_process: Helm) -> None:
    text = library.vendored()[LIBRARY].replace("kind: Deployment", "kind: {{ fail `trap` }}", 1)
    chart = write_chart(tmp_path, toggles()["production"][1], library_files={**library.vendored(), LIBRARY: text})

    helm_process.run("template", "x", str(chart), code=1)

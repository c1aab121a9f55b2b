"""Nothing outside a chart's folder is touched or read, whatever leads there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chartgen.disk import compare, write
from chartgen.errors import InvalidInput
from tests.conftest import Run
from tests.disk.charts import FILES, chart, on_disk
from tests.hostile.links import Case, cases
from tests.hostile.outside import brought_in, make_outside, picture, tells
from tests.hostile.project import make_project, write_service
from tests.sizes import tried

WHAT = "Paths and links that lead out"
COMMANDS = (
    ("generate", "--check", "--diff"),
    ("render", "orders", "-e", "production"),
    ("check",),
    ("explain", "orders", "replicas", "-e", "production"),
    ("generate",),
    ("generate", "--force"),
    ("generate", "--force", "--image-files"),
    ("generate", "--check"),
)

OUT = [
    *("../x", "../../outside/secret.txt", "..", "a/../../x", "a/..", "/etc/x", "//host/x"),
    *("C:/x", "C:x", "c:\\x", "a\\x", "..\\x", "a\x00b", "a\nb"),
    *("./x", "a/./x", "a//x", "a/", "", ".", ".. /x", "a/... /x", "templates./x", "templates /x"),
]
"""Paths that leave a chart on some system, or are not what they seem."""

ALIKE = [
    ("Values.yaml", "values.yaml"),
    ("TEMPLATES/x.yaml", "templates/y.yaml"),
    ("templates/Deployment.yaml", "templates/deployment.yaml"),
    ("gr\u00f6\u00dfe", "GRO\u0308SSE"),
    ("caf\u00e9", "cafe\u0301"),
    ("\u212aelvin", "kelvin"),
    ("\ufb01le", "file"),
    ("\u03a3", "\u03c2"),
]
"""Names that are one file where case, or how a letter is composed, does not count."""


@pytest.fixture
def outside(project: Path) -> Path:
    folder = project / "outside"
    folder.mkdir()
    make_outside(folder)
    return folder


@pytest.mark.parametrize("case", cases(), ids=str)
def test_nothing_outside_is_touched_or_read(
    case: Case, project: Path, outside: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = make_project(project, "orders")
    monkeypatch.chdir(inside)
    assert run("generate")[0] == 0
    write_service(inside / "orders", "2.0.0")
    case.do(inside, outside)
    before = picture(outside)

    done = [run(*words) for words in COMMANDS]

    assert picture(outside) == before
    assert not any(tells(output + messages) for _, output, messages in done), done
    assert brought_in(inside) == []
    assert not any(status == 5 for status, _, _ in done), done
    if case.refused:
        assert all(status in {2, 3, 4} for status, _, _ in done[:1]), done
    tried(WHAT)


@pytest.mark.parametrize("path", OUT, ids=repr)
def test_a_path_that_leaves_the_chart_is_no_file_of_it(path: str, tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])
    before = picture(tmp_path)

    for attempt in (compare, lambda one: write([one]), lambda one: write([one], force=True)):
        with pytest.raises(InvalidInput, match="leaves the chart"):
            attempt(chart(tmp_path / "chart", {**FILES, path: "x"}))

    assert picture(tmp_path) == before
    tried(WHAT)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_names_that_are_one_file_elsewhere_are_refused(one: str, other: str, tmp_path: Path) -> None:
    files = {**FILES, one: "x", other: "y"}

    with pytest.raises(InvalidInput, match="are one file on macOS and Windows"):
        write([chart(tmp_path / "chart", files)])

    assert on_disk(tmp_path) == {}
    tried(WHAT)


@pytest.mark.parametrize("name", ["Values.yaml", "TEMPLATES/mine.yaml", "Charts/x"])
def test_a_foreign_file_that_would_be_ours_elsewhere_is_refused_and_kept(name: str, tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])
    (tmp_path / "chart" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "chart" / name).write_text("mine")
    before = picture(tmp_path)

    for force in (False, True):
        with pytest.raises(InvalidInput, match="are one file on macOS and Windows"):
            write([chart(tmp_path / "chart", {**FILES, "values.yaml": "replicaCount: 3\n"})], force=force)

    assert picture(tmp_path) == before
    tried(WHAT)


def test_there_are_enough_of_them() -> None:
    assert len([*_all()]) > 100


def _all() -> Iterator[object]:
    yield from cases()
    yield from OUT
    yield from ALIKE

"""What leads out of the chart, or stands in its way, is refused before anything is written."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

import chartgen
from chartgen.disk import compare, write
from chartgen.errors import InvalidInput, Message
from tests.disk.charts import FILES, chart, names, on_disk, times

NEWER = {**FILES, "values.yaml": "replicaCount: 3\n"}


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "a\\x", "./x", "", "a/"])
def test_a_path_that_leaves_the_chart_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        write([chart(tmp_path / "fine"), chart(tmp_path / "chart", {**FILES, path: "x"})])

    assert caught.value.messages == [
        Message(f"{tmp_path}/chart", 0, "", f"{path!r} leaves the chart", "name files below the chart's folder")
    ]
    assert names(tmp_path) == []


def link_folder(folder: Path, elsewhere: Path) -> Path:
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    return folder


def link_generated_file(folder: Path, elsewhere: Path) -> Path:
    (folder / "values.yaml").rename(elsewhere)
    (folder / "values.yaml").symlink_to(elsewhere)
    return folder / "values.yaml"


def link_inner_folder(folder: Path, elsewhere: Path) -> Path:
    (folder / "templates").rename(elsewhere)
    (folder / "templates").symlink_to(elsewhere)
    return folder / "templates"


def link_foreign_file(folder: Path, _: Path) -> Path:
    (folder / "LICENSE").symlink_to("/nowhere")
    return folder / "LICENSE"


@pytest.mark.parametrize("link", [link_folder, link_generated_file, link_inner_folder, link_foreign_file])
@pytest.mark.parametrize("force", [False, True])
def test_a_symlink_is_refused_wherever_it_stands(
    tmp_path: Path, link: Callable[[Path, Path], Path], *, force: bool
) -> None:
    write([chart(tmp_path / "fine"), chart(tmp_path / "chart")])
    place = link(tmp_path / "chart", tmp_path / "elsewhere")
    before = times(tmp_path / "fine")

    for attempt in (compare, lambda one: write([chart(tmp_path / "fine", NEWER), one], force=force)):
        with pytest.raises(InvalidInput) as caught:
            attempt(chart(tmp_path / "chart", NEWER))
        assert [(one.file, one.text) for one in caught.value.messages] == [(str(place), "is a symbolic link")]
        assert caught.value.messages[0].hint
    assert times(tmp_path / "fine") == before


def test_a_parent_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "project/orders").symlink_to(tmp_path / "outside")

    with pytest.raises(InvalidInput, match="leads out of the project by a symbolic link"):
        write([chart(tmp_path / "project/orders/chart", root=tmp_path / "project")])

    assert on_disk(tmp_path / "outside") == {}


def test_a_project_that_is_itself_reached_by_a_symlink_is_fine(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "project")

    write([chart(tmp_path / "link/orders/chart", root=tmp_path / "link")])

    assert (tmp_path / "project/orders/chart/Chart.yaml").exists()


@pytest.mark.parametrize(
    ("obstacle", "text"),
    [
        ("chart", "is a file, where a chart's folder belongs"),
        ("chart/templates", "is a file, where a folder belongs"),
        ("chart/values.yaml/", "is a folder, where a generated file belongs"),
    ],
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, obstacle: str, text: str) -> None:
    (tmp_path / obstacle).parent.mkdir(exist_ok=True)
    if obstacle.endswith("/"):
        (tmp_path / obstacle).mkdir()
    else:
        (tmp_path / obstacle).write_text("mine")

    with pytest.raises(InvalidInput) as caught:
        write([chart(tmp_path / "chart")])

    found = {(one.file, one.text) for one in caught.value.messages}
    assert found == {(str(tmp_path / obstacle), text)}


def test_a_file_above_the_chart_is_named(tmp_path: Path) -> None:
    (tmp_path / "services").write_text("mine")

    with pytest.raises(InvalidInput, match="services: is a file, where a folder belongs"):
        write([chart(tmp_path / "services/orders/chart")])


def test_two_charts_in_one_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        write([chart(tmp_path / "chart"), chart(tmp_path / "chart", NEWER)])

    assert str(caught.value) == f"{tmp_path}/chart: is the folder of two charts"
    assert names(tmp_path) == []


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chart").mkdir()
    os.mkfifo(tmp_path / "chart/pipe")

    with pytest.raises(InvalidInput, match="chart/pipe: is no ordinary file"):
        compare(chart(tmp_path / "chart"))


AS_NOBODY = """
import os
import sys
from pathlib import Path
from chartgen.disk import write
from chartgen.errors import InvalidInput
from tests.disk.charts import FILES, chart
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
folder = Path(sys.argv[1])
try:
    write([chart(folder / "fine", {"x": "y"}), chart(folder / sys.argv[2], {**FILES, "values.yaml": "new"})])
except InvalidInput as error:
    print(*[f"{one} ({one.hint})" for one in error.messages], sep="\\n")
"""


@pytest.mark.cli
@pytest.mark.skipif(os.geteuid() != 0, reason="takes another user's place, which only root can")
@pytest.mark.parametrize(
    ("locked", "target", "problem"),
    [
        ("locked", "locked/new/chart", "can't be written (chmod u+rwx {0}, or run as its owner)"),
        ("locked", "locked/chart", "can't be written (chmod u+rwx {0}, or run as its owner)"),
        ("chart", "chart", "can't be written (chmod u+rwx {0}, or run as its owner)"),
        ("chart/templates", "chart", "can't be written (chmod u+rwx {0}, or run as its owner)"),
        ("chart/values.yaml", "chart", "can't be read: Permission denied (chmod u+r {0}, or run as its owner)"),
    ],
)
def test_a_folder_without_permission_is_named_and_nothing_written(locked: str, target: str, problem: str) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "locked").mkdir()
        write([chart(folder / "locked/chart"), chart(folder / "chart")])
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, 65534, 65534)
        (folder / locked).chmod(0o500 if (folder / locked).is_dir() else 0)
        before = times(folder)

        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(folder), target],
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
            env={"PYTHONPATH": str(Path(chartgen.__file__).parents[1])},
        )

        assert done.stdout == f"{locked}: {problem.format(locked)}\n"
        assert times(folder) == before

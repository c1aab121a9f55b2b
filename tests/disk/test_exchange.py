"""Old chart or new, whatever happens: also where two renames have to do, and where a run was killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import chartgen
from chartgen.charting.ledger import FILE_NAME, digest, from_json
from chartgen.disk import compare, in_one_step, in_two_renames, write
from chartgen.disk.exchange import discard, recover, staging
from chartgen.errors import InvalidInput
from tests.disk.charts import FILES, chart, names, on_disk

TraceFunction = Callable[[FrameType, str, Any], Any]

NEWER = {**FILES, "values.yaml": "replicaCount: 3\n"}


REPAIRED: Mapping[int, Sequence[str]] = {
    0: [],
    1: ["was missing since an interrupted run, which is finished now"],
    2: ["is whole; what an interrupted run left beside it is removed"],
}


class Killed(BaseException):
    """Stands for the end of the process: after it, nothing can be renamed."""


def test_two_renames_leave_nothing_but_the_chart(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])

    write([chart(tmp_path / "chart", NEWER)], exchange=in_two_renames)

    assert on_disk(tmp_path / "chart") == chart(tmp_path, NEWER).files
    assert names(tmp_path) == ["chart"]


@pytest.mark.parametrize("renames", [0, 1, 2])
def test_a_run_killed_between_its_renames_is_repaired_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    folder, heard = tmp_path / "chart", list[str]()
    write([chart(folder)])
    with monkeypatch.context() as patch:
        _die_after(patch, renames)
        with pytest.raises(Killed):
            write([chart(folder, NEWER)], exchange=in_two_renames)
    assert folder.exists() == (renames != 1)
    assert [change.path for change in compare(chart(folder, NEWER))] == (
        ["values.yaml", FILE_NAME] if renames == 0 else []
    )

    write([chart(folder, NEWER)], exchange=in_two_renames, on_notice=heard.append)

    assert on_disk(folder) == chart(folder, NEWER).files
    assert names(tmp_path) == ["chart"]
    assert heard == [f"{folder}: {text}" for text in REPAIRED[renames]]


def test_the_old_chart_comes_back_where_only_that_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])
    folder.rename(tmp_path / ".chart.chartgen-old")

    assert recover(folder) == "was missing since an interrupted run, which is taken back now"
    assert on_disk(folder) == chart(folder).files


def test_what_an_earlier_run_staged_is_thrown_away(tmp_path: Path) -> None:
    folder = tmp_path / "chart"
    write([chart(folder)])
    staging(folder).mkdir()
    (staging(folder) / "half").write_text("")
    (tmp_path / ".chart.chartgen-old").symlink_to(folder)

    write([chart(folder)])

    assert names(tmp_path) == ["chart"]
    assert on_disk(folder) == chart(folder).files


def test_exchange_in_one_step_swaps_both(tmp_path: Path) -> None:
    write([chart(tmp_path / "old"), chart(tmp_path / "new", NEWER)])

    gone = in_one_step(tmp_path / "new", tmp_path / "old")

    assert on_disk(tmp_path / "old") == chart(tmp_path, NEWER).files
    assert on_disk(gone) == chart(tmp_path).files


def test_discarding_a_link_leaves_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "mine")

    discard(tmp_path / "link")
    discard(tmp_path / "nothing")

    assert names(tmp_path) == ["mine"]


def test_a_failing_exchange_leaves_the_old_chart(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart")])

    def fail(staged: Path, place: Path) -> Path:
        place.rename(place.with_name(f".{place.name}.chartgen-old"))
        raise OSError(28, "No space left on device", str(staged))

    with pytest.raises(InvalidInput) as caught:
        write([chart(tmp_path / "chart", NEWER)], exchange=fail)

    assert str(caught.value) == f"{tmp_path}/chart: can't be written: No space left on device"
    assert on_disk(tmp_path / "chart") == chart(tmp_path).files
    assert names(tmp_path) == ["chart"]


CHILD = """
import sys
from pathlib import Path
from chartgen.disk import in_one_step, in_two_renames, write
from tests.disk.charts import chart
folder, way = Path(sys.argv[1]), {"one": in_one_step, "two": in_two_renames}[sys.argv[2]]
names = [f"templates/{number}.yaml" for number in range(12)] + ["values.yaml", "Chart.yaml"]
turn = int(sys.argv[3])
while True:
    turn += 1
    write([
        chart(folder / name, {path: f"{turn}\\n" * 50 for path in names[turn % 3:]}) for name in ("a", "b")
    ], exchange=way)
    print("a turn is done", flush=True)
"""


@pytest.mark.cli
@pytest.mark.parametrize("way", ["one", "two"])
def test_every_chart_is_whole_after_a_kill_at_any_instant(tmp_path: Path, way: str) -> None:
    """Old or new, never a mixture; after two renames, the next run puts back a chart that was missing."""
    write([chart(tmp_path / "a", {"x": "0\n"}), chart(tmp_path / "b", {"x": "0\n"})])
    seen = set()
    for instant in range(60):
        _run_and_kill(tmp_path, way, instant)
        for name in ("a", "b"):
            assert way == "two" or (tmp_path / name).exists()
            recover(tmp_path / name)
            seen.add(_content_if_whole(tmp_path / name))

    assert len(seen) >= 60


def _run_and_kill(folder: Path, way: str, instant: int) -> None:
    root = str(Path(chartgen.__file__).parents[1])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), way, str(instant * 1000)],
        stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}, cwd=root,
    )  # fmt: skip
    assert child.stdout
    with child, child.stdout:
        child.stdout.readline()
        time.sleep(0.002 + instant * 0.00037)
        child.send_signal(signal.SIGKILL)


def _content_if_whole(folder: Path) -> str:
    files = on_disk(folder)
    ledger = from_json(files.pop(FILE_NAME))
    assert {path: digest(text) for path, text in files.items()} == ledger.files
    [content] = set(files.values())
    return content


def _die_after(patch: pytest.MonkeyPatch, renames: int) -> None:
    """End the process, as it were, at the rename after so many of the exchange, or right after the last."""
    real_rename, real_unlink, done = Path.rename, Path.unlink, [0]

    def rename(self: Path, target: Path) -> Path:
        if done[0] == renames:
            raise Killed
        done[0] += 1
        return real_rename(self, target)

    def unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002
        if done[0] == renames == 2 and self.name.endswith("journal"):
            raise Killed
        real_unlink(self, missing_ok)

    patch.setattr(Path, "rename", rename)
    patch.setattr(Path, "unlink", unlink)


def test_ctrl_c_at_any_line_of_removing_a_folder_is_ctrl_c_and_no_complaint_of_the_disk(tmp_path: Path) -> None:
    folder, lines = tmp_path / "chart", 0

    while _interrupts_removing(folder, lines + 1):
        lines += 1

    assert not folder.exists()
    assert lines > 20


def _interrupts_removing(folder: Path, line: int) -> bool:
    """False where it ended before that line."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    try:
        with _interrupted_at(line):
            discard(folder)
    except KeyboardInterrupt:
        return True
    return False


@contextmanager
def _interrupted_at(line: int) -> Iterator[None]:
    """As a signal would, before the given line of those that run from here on."""
    lines = count(1)

    def trace(_frame: FrameType, event: str, _arg: object) -> TraceFunction:
        if event == "line" and next(lines) == line:
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)

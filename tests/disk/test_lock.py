"""Two runs at once: one writes, the other waits, and says so where that takes too long."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

import chartgen
from chartgen.disk import lock, write
from chartgen.errors import InvalidInput
from tests.disk.charts import FILES, chart, names, on_disk, times

HOLDER = """
import sys
from pathlib import Path
from chartgen.disk.lock import alone
from tests.disk.charts import chart
folder = Path(sys.argv[1])
with alone([chart(folder / "chart", root=folder)]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_run_beside_another_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    write([chart(tmp_path / "chart", root=tmp_path)])
    before = times(tmp_path)

    with held(tmp_path), pytest.raises(InvalidInput) as caught:
        write([chart(tmp_path / "chart", {**FILES, "values.yaml": "x\n"}, root=tmp_path)])

    assert [(str(one), one.hint) for one in caught.value.messages] == [
        (
            f"{tmp_path}: another chartgen is writing charts here",
            "wait until it is done, and run the same command again",
        )
    ]
    assert times(tmp_path) == before


def test_a_run_waits_for_one_that_ends_soon(tmp_path: Path) -> None:
    opened = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(opened, fcntl.LOCK_EX)
    Timer(0.2, os.close, [opened]).start()

    write([chart(tmp_path / "chart", root=tmp_path)])

    assert on_disk(tmp_path / "chart") == chart(tmp_path).files


def test_a_lock_leaves_nothing_behind_and_is_free_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        write([chart(tmp_path / "chart", {"../x": ""}, root=tmp_path)])

    write([chart(tmp_path / "chart", root=tmp_path)])

    assert names(tmp_path) == ["chart"]


@pytest.mark.usefixtures("impatient")
def test_charts_of_no_project_are_locked_by_the_folder_around_them(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(InvalidInput):
        write([chart(tmp_path / "not/yet/there/chart")])

    assert names(tmp_path) == []


def test_where_there_are_no_locks_charts_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    write([chart(tmp_path / "a")])
    monkeypatch.setattr(lock, "fcntl", None)
    write([chart(tmp_path / "b")])

    assert names(tmp_path) == ["a", "b"]


@pytest.mark.cli
@pytest.mark.usefixtures("impatient")
def test_a_lock_dies_with_the_run_that_held_it(tmp_path: Path) -> None:
    root = str(Path(chartgen.__file__).parents[1])
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": root}
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, cwd=root) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(InvalidInput), lock.alone([chart(tmp_path / "chart", root=tmp_path)]):
            pass
        holder.send_signal(signal.SIGKILL)

    write([chart(tmp_path / "chart", root=tmp_path)])

    assert on_disk(tmp_path / "chart") == chart(tmp_path).files


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Somebody else's run is writing there."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)

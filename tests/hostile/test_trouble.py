"""A full disk, a folder that may not be written, goes away or is exchanged for a link, and several runs at once."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import chartgen
from chartgen.charting.ledger import FILE_NAME, digest, from_json
from chartgen.disk import lock
from tests.absent import absent
from tests.conftest import Run
from tests.hostile.project import make_project, write_service
from tests.sizes import size, tried

ROOT = Path(chartgen.__file__).parents[1]
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}

ALONE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
"""With mounts of one's own, which end with the process: root may, and mostly anybody in a user namespace."""

pytestmark = [pytest.mark.cli, pytest.mark.slow]


@pytest.fixture
def mounts() -> None:
    try:
        done = subprocess.run([*ALONE, "mount", "-t", "tmpfs", "none", "/tmp"], capture_output=True, check=False)  # noqa: S108
    except FileNotFoundError:
        absent("there is no unshare(1); install Debian's package util-linux")
    if done.returncode:
        absent("nobody but root may mount here; run as root, or allow user namespaces")


@pytest.mark.usefixtures("mounts")
def test_a_disk_that_is_full_at_any_file_leaves_the_chart_as_it_was(tmp_path: Path) -> None:
    tried("Full disks", in_trouble("full disk", tmp_path, size(50, 600), mount="size=2m"))


@pytest.mark.usefixtures("mounts")
def test_a_disk_that_has_no_room_for_another_file(tmp_path: Path) -> None:
    """Its inodes are few: what fails is a folder or a link as well as a file."""
    tried("Full disks", in_trouble("few files", tmp_path, size(25, 300), mount="size=8m,nr_inodes=400"))


def test_a_file_that_may_not_be_as_long_leaves_the_chart_as_it_was(tmp_path: Path) -> None:
    tried("Full disks", in_trouble("file size", tmp_path, size(25, 300)))


def test_a_folder_that_goes_away_is_told_and_brings_down_nothing_else(tmp_path: Path) -> None:
    tried("Folders that go away while chartgen is in them", in_trouble("vanishing", tmp_path, size(60, 1000)))


def test_a_link_that_takes_a_place_between_check_and_use_leads_nowhere(tmp_path: Path) -> None:
    tried("Links put in place between check and use", in_trouble("swapped", tmp_path, size(100, 2000)))


@pytest.mark.usefixtures("mounts")
def test_a_folder_that_is_mounted_read_only_is_named(tmp_path: Path) -> None:
    tried("Folders that may not be written", in_trouble("read-only", tmp_path, 5, with_mounts=True))


def test_a_folder_of_somebody_else_is_named() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        Path(temporary).chmod(0o755)
        tried("Folders that may not be written", in_trouble("somebody else", Path(temporary), 4))


GENERATE = f"{sys.executable} -c 'from chartgen.cli.main import main; main()' generate"


def test_many_runs_at_once_write_one_after_the_other(tmp_path: Path) -> None:
    """Each takes its turn: nothing is refused, left behind or mistaken for what a killed run left."""
    project = make_project(tmp_path)
    for turn in range(times := size(2, 30)):
        write_service(project / "orders", f"{turn}.0.0")
        shutil.rmtree(project / "billing/chart", ignore_errors=True)

        runs = [
            subprocess.Popen(["sh", "-c", f"exec {GENERATE} -v"], cwd=project, env=ENV, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]  # fmt: skip
        done = [(run.communicate(), run.returncode) for run in runs]

        assert all(status == 0 for _, status in done), done
        assert not any("interrupted" in messages for (_, messages), _ in done), done
        assert sum("orders/chart: " in output for (output, _), _ in done) == 1, done
        assert all(is_whole(project / name / "chart") for name in ("billing", "orders"))
        assert not list(project.glob("*/.chart.*"))
    tried("Runs at once", 4 * times)


def test_a_run_beside_one_that_goes_on_is_refused_in_words(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_project(project, "orders")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    opened = os.open(folder, os.O_RDONLY)
    fcntl.flock(opened, fcntl.LOCK_EX)

    refused = run("generate")
    os.close(opened)

    assert refused[0] == 2
    assert refused[2].endswith(
        ": another chartgen is writing charts here\nhint: wait until it is done, and run the same command again\n"
    )
    assert run("generate")[0] == 0


def in_trouble(what: str, folder: Path, cases: int, *, mount: str = "", with_mounts: bool = False) -> int:
    """Cases that came out well; all others fail the test. ``mount``: options of a file system of its own."""
    words = [sys.executable, "-m", "tests.hostile.trouble", what, str(folder), str(cases)]
    if mount:
        words = [
            *ALONE,
            "sh",
            "-c",
            f'mount -t tmpfs -o {mount} none "$1" && shift && exec "$@"',
            "sh",
            str(folder),
            *words,
        ]
    elif with_mounts:
        words = [*ALONE, *words]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env=ENV, check=False)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert not (wrong := [one for one in found if one[1]]), f"{len(wrong)} of {len(found)}: {wrong[:3]}"
    assert (done.returncode, len(found)) == (0, cases), done.stderr
    return len(found)


def is_whole(folder: Path) -> bool:
    files = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    ledger = from_json(files.pop(FILE_NAME))
    return ledger.files == {path: digest(text) for path, text in files.items()}

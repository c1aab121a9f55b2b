"""Same input, same bytes: whatever the hash seed, locale, time zone, umask, folder, Python and way to install chartgen.

Of all worlds a sample in which every two facts meet. Each world writes the charts anew, and then runs over those of the
world before it: there is nothing to write.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.examples.cases import EXAMPLES
from tests.pairwise import pairwise
from tests.sizes import size, tried
from tests.worlds import PROGRAM, installed, locales, pythons

SERVICES = sorted(path.parent.name for path in EXAMPLES.glob("*/chart"))
SEEDS = ["0", "1", "4242", *(str(7919 * number) for number in range(1, 18))]

WAYS = ("checkout", "wheel", "editable")
ZONES = ("UTC", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu")
UMASKS = (0o022, 0o077, 0o000)
FOLDERS = (".", "orders-api", "web")
"""Where in the project it is started: the services are named by the way from there."""


@pytest.mark.cli
@pytest.mark.slow
def test_a_chart_is_the_same_bytes_in_every_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("locales", "wheel", "editable"):
        (tmp_path / name).mkdir()
    ways = installed(tmp_path)
    factors = {
        "python": pythons(),
        "way": WAYS,
        "locale": locales(tmp_path / "locales"),
        "seed": SEEDS[: size(3, 20)],
        "zone": ZONES,
        "umask": UMASKS,
        "folder": FOLDERS,
    }
    expected, before = digest(EXAMPLES), None

    for number, world in enumerate(pairwise(factors)):
        project = copied(tmp_path / f"wörld {number} {{{{ x }}}}")
        generate(project, world, ways, tmp_path)
        assert digest(project) == expected, world
        if before:
            times = touched(before)
            generate(before, world, ways, tmp_path)
            assert touched(before) == times, world
            shutil.rmtree(before)
        before = project
        tried("Worlds (hash seed, locale, time zone, umask, folder, Python, way to install) with the same charts")


def test_every_two_facts_meet() -> None:
    factors = {"a": [1, 2, 3], "b": "xyz", "c": [True, False], "d": [None, ""]}

    rows = list(pairwise(factors))

    for (one, some), (other, others) in combinations(factors.items(), 2):
        assert {(row[one], row[other]) for row in rows} == {(value, beside) for value in some for beside in others}
    assert len(rows) < 14


def copied(project: Path) -> Path:
    """The examples, as they are before their charts are made."""
    shutil.copytree(EXAMPLES, project)
    for name in SERVICES:
        for path in (project / name / "chart").rglob("*"):
            if path.is_file() and path.suffix != ".tgz":  # fetched by Helm, not made here
                path.unlink()
    return project


def generate(project: Path, world: Mapping[str, Any], ways: Mapping[str, tuple[str, str, Path]], folder: Path) -> None:
    """Run chartgen in the world, from the folder."""
    path, site, home = ways[world["way"]]
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": path,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONHASHSEED": world["seed"],
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LOCPATH": str(folder / "locales"),
        "LC_ALL": world["locale"],
        "TZ": world["zone"],
    }
    start = project / world["folder"]
    services = [os.path.relpath(project / name, start) for name in SERVICES]
    done = subprocess.run(
        [world["python"], "-c", PROGRAM, site, str(home), "generate", "-q", *services],
        cwd=start,
        env=variables,
        umask=world["umask"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, (world, done.stderr.decode(errors="replace"))


def digest(project: Path) -> str:
    """Of the names and bytes of all charts."""
    found = sha256()
    for path in sorted(path for name in SERVICES for path in (project / name / "chart").rglob("*") if path.is_file()):
        content = path.read_bytes()
        found.update(f"{path.relative_to(project)} {len(content)}\n".encode() + content)
    return found.hexdigest()


def touched(project: Path) -> dict[Path, int]:
    """When each file and folder was written last."""
    return {path: path.stat().st_mtime_ns for path in (project, *project.rglob("*"))}

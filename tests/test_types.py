"""What mypy and pyright say of an author's files, under their default settings and under their strictest.

Examples and ``types/accept_*.py`` must pass; in ``types/refuse_*.py`` exactly the lines that end in
``# refused`` must not.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.cli, pytest.mark.slow]

FILES = sorted(Path(__file__).with_name("types").glob("*.py"))
EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/**/service.py"))
Lines = set[tuple[str, int]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files, and all examples, where no configuration of ours is near."""
    for file in FILES:
        shutil.copy(file, tmp_path)
    for file in EXAMPLES:
        place = "_".join(file.parent.parts[len(Path(__file__).parents[1].parts) :])
        shutil.copy(file, tmp_path / f"{place.replace('-', '_')}.py")
    return tmp_path


@pytest.mark.parametrize("settings", [[], ["--strict"]], ids=["default", "strict"])
def test_mypy_refuses_exactly_the_marked_lines(folder: Path, settings: list[str]) -> None:
    said = run(folder, "mypy", *settings, "--config-file=", "--cache-dir=.cache", "--no-error-summary", ".")

    found = re.findall(r"^(\w+\.py):(\d+): error: ", said, re.MULTILINE)
    assert {(name, int(line)) for name, line in found} == marked(), said


@pytest.mark.parametrize("settings", [{}, {"strict": ["."]}], ids=["default", "strict"])
def test_pyright_refuses_exactly_the_marked_lines(folder: Path, settings: dict[str, list[str]]) -> None:
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))

    said = run(folder, "pyright", "--outputjson", "--pythonpath", sys.executable)

    found = [one for one in json.loads(said)["generalDiagnostics"] if one["severity"] == "error"]
    assert {(Path(one["file"]).name, one["range"]["start"]["line"] + 1) for one in found} == marked(), said


def run(folder: Path, *words: str) -> str:
    """What a type checker prints; exit status 1 is that it found something."""
    done = subprocess.run([sys.executable, "-m", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def marked() -> Lines:
    return {
        (file.name, number)
        for file in FILES
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if line.endswith("# refused")
    }

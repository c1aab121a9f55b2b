"""Each file of tests/invalid is refused with exactly the messages on its first lines, and nothing is written.

A folder is a project of several files; the messages are on the first lines of its service file.
"""

from pathlib import Path
from shutil import copyfile, copytree

import pytest

from tests.conftest import Run

FILES = sorted(Path(__file__).with_name("invalid").iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_bad_input_is_refused_with_its_messages_and_nothing_is_written(file: Path, project: Path, run: Run) -> None:
    if file.is_dir():
        copytree(file, project, dirs_exist_ok=True)
    else:
        copyfile(file, project / _name(file))
    before = _tree(project)

    status, output, messages = run("generate", *_options(file))
    assert messages == _expected(file)
    assert (status, output) == (2, "")
    assert _tree(project) == before


def test_every_file_states_at_least_one_message() -> None:
    assert [file.name for file in FILES if not _expected(file)] == []


def _name(file: Path) -> str:
    return f"{'namespace' if file.name.startswith('namespace-') else 'service'}{file.suffix}"


def _tree(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.name != "__pycache__" and path.suffix != ".pyc"}


def _expected(file: Path) -> str:
    return "".join(line for line in _head(file) if line.startswith(("error: ", "hint: ")))


def _options(file: Path) -> list[str]:
    """What the command line says beside, as ``# options: --today 2027-01-31``."""
    return [word for line in _head(file) if line.startswith("options: ") for word in line.split()[1:]]


def _head(file: Path) -> list[str]:
    main = next(path for path in (file, file / "service.py", file / "service.yaml") if path.is_file())
    return [line.removeprefix("# ") for line in main.read_text(encoding="utf-8").splitlines(keepends=True)]

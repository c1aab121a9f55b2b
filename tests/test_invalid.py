"""Each file of tests/invalid is refused with exactly the messages on its first lines, and nothing is written."""

from pathlib import Path

import pytest

from tests.conftest import Run

FILES = sorted(Path(__file__).with_name("invalid").iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_bad_input_is_refused_with_its_messages_and_nothing_is_written(file: Path, project: Path, run: Run) -> None:
    text = file.read_text(encoding="utf-8")
    name = f"{'namespace' if file.name.startswith('namespace-') else 'service'}{file.suffix}"
    (project / name).write_text(text, encoding="utf-8")

    status, output, messages = run("generate")
    assert messages == _expected(text)
    assert (status, output) == (2, "")
    assert [path.name for path in project.iterdir()] == [name]


def test_every_file_states_at_least_one_message() -> None:
    assert [file.name for file in FILES if not _expected(file.read_text(encoding="utf-8"))] == []


def _expected(text: str) -> str:
    lines = [line.removeprefix("# ") for line in text.splitlines(keepends=True)]
    stated = [line for line in lines if line.startswith(("error: ", "hint: "))]
    return "".join(stated)

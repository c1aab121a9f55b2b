"""What ``--help`` says, word for word, and what many errors at once look like."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from chartgen.cli.app import app
from tests.conftest import Run

COMMANDS = [
    "",
    *(command.callback.__name__ for command in app.registered_commands if command.callback),
    "presets",
    *(f"presets {name}" for name in ("list", "show", "graph", "diff", "waivers", "new")),
]


class TextFile(SingleFileSnapshotExtension):
    """One plain text file for each snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextFile)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command or "chartgen")
def test_help(command: str, run: Run, text: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")

    status, output, messages = run(*command.split(), "--help")

    assert (status, messages) == (0, "")
    assert output == text


def test_many_errors_at_once(project: Path, run: Run, text: SnapshotAssertion) -> None:
    many = Path(__file__).parents[1] / "invalid" / "many-at-once.py"
    (project / "service.py").write_text(many.read_text(encoding="utf-8"), encoding="utf-8")

    status, output, messages = run("generate")

    assert (status, output) == (2, "")
    assert messages == text

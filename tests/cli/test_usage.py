"""Words that the command line does not know, and what is nobody's fault but chartgen's."""

import pytest

from chartgen import pipeline
from chartgen.cli.main import main
from chartgen.errors import ToolError
from tests.conftest import Run


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["generat"], "error: chartgen: no such command 'generat'\nhint: did you mean 'generate'"),
        (["nope"], "error: chartgen: no such command 'nope'\nhint: chartgen --help\n"),
        (["--nope"], "error: chartgen: no such option: --nope\nhint: chartgen --help\n"),
        (["generate", "--chek"], "error: chartgen generate: no such option: --chek\nhint: did you mean --check"),
        (["render"], "error: chartgen render: missing argument 'SERVICE'\nhint: chartgen render --help\n"),
        (["new", "a", "b"], "error: chartgen new: got unexpected extra argument"),
        (["render", "a", "-e"], "error: chartgen"),
        (["schema", "-q", "x"], "error: chartgen schema: "),
        (["check", "--quiet=yes"], "error: chartgen"),
    ],
    ids=" ".join,
)
def test_words_that_are_not_known_exit_2_with_what_to_type(
    project: object, run: Run, words: list[str], message: str
) -> None:
    status, output, messages = run(*words)

    assert (status, output) == (2, "")
    assert messages.startswith(message)
    assert len(messages.splitlines()) == 2


def test_no_words_at_all_show_the_help_and_exit_2(run: Run) -> None:
    status, output, messages = run()

    assert status == 2
    assert "Usage: chartgen" in output + messages


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_on_the_output_and_exits_0(run: Run, option: str) -> None:
    status, output, messages = run(option)

    assert (status, messages) == (0, "")
    assert output.startswith("Usage: chartgen [OPTIONS] COMMAND")


@pytest.mark.parametrize("words", [["--version"], ["--version", "generate"]])
def test_the_version_is_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("chartgen 0.")


def test_the_schema_of_service_yaml_is_printed(run: Run) -> None:
    status, output, messages = run("schema")

    assert (status, messages) == (0, "")
    assert output.startswith('{\n  "$schema": "https://json-schema.org/')


def test_a_bug_exits_5_with_its_traceback_and_the_request_to_report_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "open_project", lambda **_: 1 // 0)

    status, output, messages = run("generate")

    assert (status, output) == (5, "")
    assert "ZeroDivisionError" in messages
    assert messages.endswith("This is a bug in chartgen: please report it with the lines above.\n")


def test_an_interruption_exits_130_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "open_project", interrupt)

    assert run("generate") == (130, "", "")


def test_a_tool_that_fails_exits_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise ToolError("helm: went away", hint="call it back")

    monkeypatch.setattr(pipeline, "open_project", fail)

    assert run("generate") == (4, "", "error: helm: went away\nhint: call it back\n")

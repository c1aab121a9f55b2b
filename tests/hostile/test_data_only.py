"""A project of YAML is data: nothing of it is executed or imported, and nothing else is read, written or connected to.

Python's audit hook sees each file that is opened, each process, each connection and each piece of code that is run.
"""

from collections.abc import Iterator

import pytest

from tests.hostile.captive import Captive, Outcome, Task
from tests.hostile.mutants import SERVICE, seeds
from tests.hostile.test_mutants import ONLY_LINUX
from tests.sizes import tried

pytestmark = [pytest.mark.cli, ONLY_LINUX]

GOOD = [text for text in seeds()["service.yaml"] if not text.startswith("# error")]
BAIT = b"import pathlib; pathlib.Path('taken.txt').write_text('x')\n"
NAMES = ("yaml", "tomllib", "orders", "presets/common", "sitecustomize", "colorama")
NEIGHBOURS = {f"{name}.py": BAIT for name in NAMES}
"""Modules that an import by name would take from the project's folder."""

TRICKS = (
    "!!python/object/apply:os.system [id]", "!!python/object/new:os.system [id]", "!!python/name:os.system",
    "!!python/module:os", "!include /etc/passwd", "!include_dir_list /etc", "!env HOME", "!vault x", "!ENV ${HOME}",
    "!!js/function 'x'", "!ruby/object:Gem::Requirement {}", "!Ref x", "!Sub x",
    "!<tag:yaml.org,2002:python/name:os> x",
    "*a", "&a b", "{<<: /etc/passwd}", "{file: /etc/passwd}", "{file: ../../../../etc/passwd}", "{path: /etc/passwd}",
)  # fmt: skip
PATHS = (
    "/etc/passwd",
    "../../../../../../etc/passwd",
    "config/../../etc/passwd",
    "~/.ssh/id_rsa",
    "https://example.com/a",
)


@pytest.fixture(scope="module")
def captive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captive]:
    with Captive(tmp_path_factory.mktemp("captive") / "project") as one:
        yield one


@pytest.mark.parametrize("text", GOOD, ids=range(len(GOOD)))
def test_a_chart_is_made_from_the_project_alone(text: str, captive: Captive) -> None:
    outcome = generate(captive, text)

    assert outcome.status in (0, 2), outcome.messages
    assert outcome.deeds == ()
    assert {name.split("/")[0] for name in outcome.written} <= {"chart"}
    tried("Projects of data under an audit hook")


@pytest.mark.parametrize("trick", TRICKS)
def test_what_would_have_a_reader_do_something_is_refused(trick: str, captive: Captive) -> None:
    outcome = generate(captive, f"{SERVICE}env:\n  A: {trick}\n")

    assert outcome.status == 2
    assert (outcome.deeds, outcome.written) == ((), ())


@pytest.mark.parametrize("path", PATHS)
def test_a_file_is_taken_from_the_services_own_folder_or_refused(path: str, captive: Captive) -> None:
    for field in (f"configFiles: {{a: {{file: '{path}'}}}}", f"configMaps: {{a: {{data: {{b: {{file: '{path}'}}}}}}}}"):
        outcome = generate(captive, f"{SERVICE}{field}\n")

        assert outcome.status == 2
        assert (outcome.deeds, outcome.written) == ((), ())


def test_the_hook_sees_what_it_is_there_for(captive: Captive) -> None:
    code = b"import os, socket, pathlib\nos.system('true')\nsocket.socket()\npathlib.Path('/etc/passwd').read_text()\n"

    outcome = captive.run(Task({"service.py": code}, ("generate",)))

    seen = {deed.split(" ")[0] for deed in outcome.deeds}
    assert {"os.system", "socket.__new__", "open"} <= seen


def generate(captive: Captive, text: str) -> Outcome:
    return captive.run(Task({**NEIGHBOURS, "service.yaml": text.encode()}, ("generate",)))

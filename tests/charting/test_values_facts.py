"""What is derived from the values' models and committed."""

from pathlib import Path

import pytest

from chartgen.charting.values_facts import FILE, NAMESPACE, comments, properties
from tools.values_facts import files

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_committed_is_what_the_models_say(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "run: just gen"


@pytest.mark.parametrize("path", [FILE, NAMESPACE], ids=lambda path: path.name)
def test_every_section_of_values_yaml_has_its_comment(path: Path) -> None:
    assert [key for key in properties(path) if (key,) not in comments(path)] == []

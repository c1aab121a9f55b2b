"""What is derived from the values' models and committed."""

from chartgen.charting.values_facts import FILE, comments, properties
from tools.values_facts import text


def test_what_is_committed_is_what_the_models_say() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: just gen"


def test_every_section_of_values_yaml_has_its_comment() -> None:
    assert [key for key in properties() if (key,) not in comments()] == []

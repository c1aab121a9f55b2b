"""What is derived from the values' models and committed."""

from chartgen.charting.values_facts import FILE
from tools.values_facts import text


def test_what_is_committed_is_what_the_models_say() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: just gen"

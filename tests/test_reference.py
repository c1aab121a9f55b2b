"""docs/reference/ and the schema beside it: what is committed is what the models say."""

import re
from pathlib import Path

import pytest

import chartgen.models
from tools.reference import files

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_committed_is_what_the_models_say(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "run: just gen"


def test_every_model_that_an_author_can_import_has_its_section() -> None:
    text = "".join(text for path, text in FILES.items() if path.suffix == ".md")

    missing = [name for name in chartgen.models.__all__ if f"\n## {name}\n" not in text]
    merged = ["NamespaceSpec", "Spec"]  # what layers are merged into: nobody writes one
    functions = ["PresetFunction", "takes_options"]  # docs/presets.md tells how a preset takes options
    assert missing == sorted([*merged, *functions])


def test_every_field_of_a_table_has_a_type_a_default_and_a_meaning() -> None:
    text = "".join(text for path, text in FILES.items() if path.suffix == ".md")

    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) > 200
    assert [row for row in rows if "|  |" in row] == []


def test_every_module_has_its_line_in_the_architecture() -> None:
    root = Path(chartgen.models.__file__).parents[1]
    named = (root.parent / "docs" / "architecture.md").read_text(encoding="utf-8")

    modules = [path.relative_to(root).with_suffix("") for path in root.rglob("*.py") if path.stem != "__init__"]
    assert [str(one) for one in modules if f"`{one.name}`" not in named and f"/{one.name}`" not in named] == []


def test_every_link_of_a_page_leads_to_a_heading() -> None:
    pages = {path.name: text for path, text in FILES.items() if path.suffix == ".md"}
    known = {
        f"{name}#{line[3:].lower()}" for name, text in pages.items() for line in text.splitlines() if line[:3] == "## "
    }

    links = {link for text in pages.values() for link in re.findall(r"\]\(([^)#:]+\.md#[^)]+)\)", text)}
    assert links - known == set()

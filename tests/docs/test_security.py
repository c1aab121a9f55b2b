"""docs/security.md: each section has its proof, and each test and file that it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_the_tests_that_it_names_are_there() -> None:
    named = re.findall(r"`(tests/\S+?\.py)::(\w+)`", DOC)

    assert len(named) > 20
    assert [f"{file}::{test}" for file, test in named if test not in names_in(ROOT / file)] == []


def test_the_files_that_it_names_are_there() -> None:
    named = re.findall(r"`((?:tests/invalid|\.ci)/[^`]+)`", DOC)

    assert named
    assert [file for file in named if not (ROOT / file).is_file()] == []


def test_each_section_names_a_test() -> None:
    sections = DOC.split("\n## ")[1:]

    assert [section.split("\n")[0] for section in sections if "::test_" not in section] == []


def test_the_way_there() -> None:
    assert "docs/security.md" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

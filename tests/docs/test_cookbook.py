"""Every recipe of the cookbook is a service that generates, renders and is clean."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "cookbook.md"
_RECIPE = re.compile(r"^## ([^\n]+)\n(?:(?!## |```)[^\n]*\n)*```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPES = _RECIPE.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.helm
@pytest.mark.parametrize(("title", "text"), RECIPES, ids=lambda value: value if len(value) < 60 else "")
def test_a_recipe_generates_and_is_clean(title: str, text: str, project: Path, run: Run) -> None:
    (project / "service.py").write_text(text)

    assert run("generate")[0] == 0, title
    assert run("check") == (0, "1 chart checked: all is well\n", "")


def test_the_page_lists_every_recipe() -> None:
    listed = re.findall(r"^- \[(.+)\]\(#.+\)$", PAGE.read_text(), flags=re.MULTILINE)

    assert listed == [title for title, _ in RECIPES]
    assert len(listed) >= 10

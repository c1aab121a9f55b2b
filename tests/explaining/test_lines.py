"""The line of the library chart that is named for a leaf is the line that prints it."""

import pytest

from chartgen.explaining.lines import lines_of
from chartgen.explaining.rendering import LIBRARY, Leaf
from tests.explaining.examples import Example, example, services

PRINTS_MANY = ("toYaml", 'printf "', "{{ $")
"""What a line holds whose keys are data."""


@pytest.mark.helm
@pytest.mark.parametrize("name", services())
def test_each_leaf_has_its_line(name: str) -> None:
    one = example(name, "")
    library = one.plan.chart.files[LIBRARY].split("\n")

    wrong = [
        (leaf, line) for leaf, (number, _) in _lines(one).items() if not _could_print(line := library[number - 1], leaf)
    ]
    assert wrong == []
    assert _lines(one).keys() == set(one.leaves())


def _lines(one: Example) -> dict[Leaf, tuple[int, str]]:
    names = one.templates.names
    return {leaf: line for name in names for leaf, line in lines_of(one.templates, one.described.root, name).items()}


def _could_print(line: str, leaf: Leaf) -> bool:
    """It has the leaf's key, is an item of a list, or prints keys that are data."""
    key = next(str(part) for part in reversed(leaf.path) if isinstance(part, str))
    return f"{key}:" in line or line.lstrip().startswith("- ") or any(word in line for word in PRINTS_MANY)

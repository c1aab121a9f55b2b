"""Every leaf of every manifest has a source, and changing the source changes the leaf.

The change is made in a layer and goes the way that ``generate`` goes: nothing of what found the source is asked.
"""

from hashlib import sha256

import pytest

from chartgen.explaining.data import ABSENT, get
from chartgen.explaining.explanation import Explanation
from chartgen.explaining.rendering import LIBRARY, Leaf
from chartgen.project.shapes import FieldPath
from tests.explaining.examples import Example, example, services
from tests.sizes import tried

SAMPLE = 60
"""Leaves that the normal run looks at, of all examples together."""


def environments(name: str) -> list[str]:
    return list(example(name, "").plan.images)


def some_environment(name: str) -> str:
    """One of them, the same in each run."""
    names = environments(name)
    return names[int(sha256(name.encode()).hexdigest(), 16) % len(names)]


def with_environments() -> list[tuple[str, str]]:
    return [(name, environment) for name in services() for environment in environments(name)]


@pytest.mark.helm
@pytest.mark.slow
@pytest.mark.parametrize("name", services())
def test_a_leaf_has_a_source_and_changes_with_it(name: str) -> None:
    one = example(name, some_environment(name))

    for leaf in one.some_leaves(-(-SAMPLE // len(services()))):
        assert_explained(one, leaf)


@pytest.mark.helm
@pytest.mark.every
@pytest.mark.parametrize(("name", "environment"), with_environments(), ids=lambda part: part or "values")
def test_every_leaf_has_a_source_and_changes_with_it(name: str, environment: str) -> None:
    one = example(name, environment)
    done: dict[FieldPath, None] = {}

    for leaf in one.leaves():
        assert_explained(one, leaf, done)
        tried("Leaves of the examples' manifests: each has a source, and changes with it")


def assert_explained(one: Example, leaf: Leaf, done: dict[FieldPath, None] | None = None) -> None:
    answer = one.explainer.sources(one.trace, leaf, one.templates)
    sources = one.trace.sources_of(leaf, one.templates)
    before = one.printed(leaf)

    assert before == one.trace.base(one.templates)[leaf], leaf
    if sources.fields:
        for path in sources.fields:
            assert changes_with(one, leaf, path, before), (leaf, path)
    elif sources.values:
        assert any(changes_with_value(one, leaf, path, before) for path in sources.values), (leaf, sources.values)
    else:
        assert_printed_as_it_is(one, leaf, answer)


def changes_with(one: Example, leaf: Leaf, path: FieldPath, before: object) -> bool:
    return any(differs(one, leaf, path, value, before) for value, _ in one.described.other_values(path))


def differs(one: Example, leaf: Leaf, path: FieldPath, value: object, before: object) -> bool:
    try:
        return bool(one.printed_where(leaf, path, value) != before)
    except Exception:  # noqa: BLE001 - a value that makes no sense is refused somewhere on the way
        return False


def changes_with_value(one: Example, leaf: Leaf, path: FieldPath, before: object) -> bool:
    kind, *rest = path
    if kind == "Release":
        return rest == ["Service"] or one.printed(leaf, release="another") != before
    for root in one.trace.other_values([path]):
        top = rest[0]
        if one.printed(leaf, further={str(top): get(root, ("Values", top))}) != before:
            return True
    return False


def assert_printed_as_it_is(one: Example, leaf: Leaf, answer: Explanation) -> None:
    """The chart itself is the source: the line that prints it is known, and stands in the define that is named."""
    (printed,) = answer.printed
    assert answer.notes == ["no field or value changes it: the library chart prints it as it is"]
    assert printed.line, leaf
    lines = one.plan.chart.files[LIBRARY].split("\n")
    above = [line for line in lines[: printed.line] if line.startswith("{{- define")]
    assert f'"{printed.define}"' in above[-1]
    assert get(one.described.root, ()) is not ABSENT

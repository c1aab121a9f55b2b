"""Every leaf of every manifest has a source, and changing the source changes the leaf; nothing else changes it.

The change is made in a layer and goes the way that ``generate`` goes: nothing of what found the source is asked. Each
change is made once, and looked at in all the leaves that name it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256

import pytest

from chartgen.explaining.data import get
from chartgen.explaining.described import other_key
from chartgen.explaining.rendering import LIBRARY, Leaf
from chartgen.explaining.tracing import Sources
from chartgen.project.shapes import FieldPath
from tests.explaining.examples import Example, example, services
from tests.sizes import tried

SAMPLE = 60
"""Leaves that the normal run looks at, of all examples together."""

Explained = Mapping[Leaf, Sources]


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

    assert_explained(one, one.some_leaves(-(-SAMPLE // len(services()))))


@pytest.mark.helm
@pytest.mark.every
@pytest.mark.parametrize(("name", "environment"), with_environments(), ids=lambda part: part or "values")
def test_every_leaf_has_a_source_and_changes_with_it(name: str, environment: str) -> None:
    one = example(name, environment)

    leaves = one.leaves()
    assert_explained(one, leaves)
    for _ in leaves:
        tried("Leaves of the examples' manifests: each has a source, and changes with it")


def assert_explained(one: Example, found: Collection[Leaf]) -> None:
    explained = {leaf: one.trace.sources_of(leaf, one.templates) for leaf in found}
    of_values = {
        leaf: sources
        for leaf, sources in explained.items()
        if not sources.fields and not sources.keys and sources.values
    }
    as_they_are = [leaf for leaf, of in explained.items() if not (of.fields or of.values or of.keys)]

    assert one.printed == one.trace.base(one.templates)
    assert [*wrong_fields(one, explained), *wrong_keys(one, explained), *wrong_values(one, of_values)] == []
    for leaf in as_they_are:
        assert_printed_as_it_is(one, leaf)


def wrong_fields(one: Example, explained: Explained) -> list[str]:
    """Fields that do not change what they are named for, or change what they are not named for."""
    wrong = []
    for path, named in by_source((leaf, path) for leaf, sources in explained.items() for path in sources.fields):
        left = set(named)
        for value, _ in one.described.other_values(path):
            changed = one.changed_where(path, value)
            left -= set(changed)
            further = [leaf for leaf in changed if leaf in explained and not names(explained[leaf], path)]
            wrong += [f"{path} = {value!r} changes {leaf}" for leaf in further]
            if not left:
                break
        wrong += [f"{path} does not change {leaf}" for leaf in left]
    return wrong


def wrong_keys(one: Example, explained: Explained) -> list[str]:
    """Entries of maps of which another key does not change what shows it."""
    wrong = []
    for path, named in by_source((leaf, path) for leaf, sources in explained.items() for path in sources.keys):
        changed = one.changed_where_renamed(path, other_key(path))
        wrong += [f"the key of {path} does not change {leaf}" for leaf in named - set(changed)]
    return wrong


def names(sources: Sources, path: FieldPath) -> bool:
    """If a field, or one inside of it, is among the sources."""
    return any(one[: len(path)] == path for one in [*sources.fields, *sources.deciding])


def wrong_values(one: Example, explained: Explained) -> list[str]:
    """Leaves that no field changes, and none of the values that are named for them either."""
    left = set(explained)
    for path, named in by_source((leaf, path) for leaf, sources in explained.items() for path in sources.values):
        if named & left:
            left -= set(changed_with_value(one, path, named))
    return [f"{explained[leaf].values} do not change {leaf}" for leaf in left]


def changed_with_value(one: Example, path: FieldPath, named: Collection[Leaf]) -> Collection[Leaf]:
    kind, *rest = path
    if kind == "Release":
        return named if rest == ["Service"] else one.changed_by_helm(release="another")
    top = str(rest[0])
    changed = [{top: get(root, ("Values", top))} for root in one.trace.other_values([path])]
    return {leaf for further in changed for leaf in one.changed_by_helm(further=further)}


def by_source(pairs: Iterable[tuple[Leaf, FieldPath]]) -> Sequence[tuple[FieldPath, set[Leaf]]]:
    found: dict[FieldPath, set[Leaf]] = {}
    for leaf, path in pairs:
        found.setdefault(path, set()).add(leaf)
    return list(found.items())


def assert_printed_as_it_is(one: Example, leaf: Leaf) -> None:
    """The chart itself is the source: the line that prints it is known, and stands in the define that is named."""
    answer = one.explainer.sources(one.trace, leaf, one.templates)
    (printed,) = answer.printed
    assert answer.notes == ["no field or value changes it: the library chart prints it as it is"]
    assert printed.line, leaf
    lines = one.plan.chart.files[LIBRARY].split("\n")
    above = [line for line in lines[: printed.line] if line.startswith("{{- define")]
    assert f'"{printed.define}"' in above[-1]

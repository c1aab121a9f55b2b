"""Many values in one render: what the templates print is what they print alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from chartgen import yamlio
from chartgen.explaining.data import put
from chartgen.explaining.rendering import difference, manifests_of
from tests.explaining.examples import Example, example, services


def by_title(manifests: Sequence[Any]) -> Mapping[str, Any]:
    return {f"{one['kind']} {one['metadata']['name']}": one for one in manifests}


@pytest.fixture
def one() -> Example:
    return example("orders-api", "production")


@pytest.mark.helm
@pytest.mark.parametrize("name", services())
def test_a_root_prints_what_the_chart_prints(name: str) -> None:
    one = example(name, list(example(name, "").plan.images)[-1])

    texts = one.trace.texts(one.templates).values()
    printed = [manifest for text in texts for _, _, manifest in manifests_of(text)]
    own = [part for part in one.rendered().split("---\n") if "/charts/" not in part.split("\n", 1)[0]]
    assert by_title(printed) == by_title(yamlio.read_manifests("---\n".join(own)))


@pytest.mark.helm
def test_what_helm_refuses_takes_nothing_else_with_it(one: Example) -> None:
    wrong = put(one.described.root, ("Values", "affinity"), ["no mapping"])
    right = put(one.described.root, ("Values", "autoscaling", "minReplicas"), 9)
    names = one.templates.names

    found = one.templates.run([right, wrong, right, one.described.root], names)

    assert [texts is None for texts in found] == [False, True, False, False]
    base = one.trace.texts(one.templates)
    changed = difference(base, found[0]).other
    assert [leaf.path for leaf in changed] == [("spec", "minReplicas")]
    assert found[3] == base


@pytest.mark.helm
def test_more_roots_than_go_into_one_render_come_back_in_order(one: Example) -> None:
    numbers = range(1, 251)
    roots = [put(one.described.root, ("Values", "autoscaling", "minReplicas"), number) for number in numbers]

    found = one.templates.run(roots, ["templates/hpa.yaml"])

    for number, texts in zip(numbers, found, strict=True):
        assert texts
        assert f"minReplicas: {number}\n" in texts["templates/hpa.yaml"]

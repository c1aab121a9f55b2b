"""Many values in one render: what the templates print is what they print alone."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from chartgen import yamlio
from chartgen.explaining.data import ABSENT, put
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
    base = one.described.root
    wrong = put(base, ("Values", "affinity"), ["no mapping"])
    right = put(base, ("Values", "autoscaling", "minReplicas"), 9)

    found = one.templates.run(base, [right, wrong, right, wrong, base], one.templates.names)

    assert found[1] == found[3] == {"templates/deployment.yaml": None}
    assert found[0] == found[2]
    changed = difference(one.trace.texts(one.templates), found[0]).other
    assert [leaf.path for leaf in changed] == [("spec", "minReplicas")]
    assert found[4] == {}


@pytest.mark.helm
def test_what_differs_is_put_together_anew(one: Example) -> None:
    """Keys that change, come and go, at any depth; names with quotes; and nothing stays for the next."""
    base = one.described.root
    labels = {'a"b': "{{ x }}", "new\\": "1"}
    other = put(put(base, ("Values", "commonLabels"), labels), ("Values", "resources", "limits"), ABSENT)
    names = one.templates.names

    printed, again = one.templates.run(base, [other, put(base, ("Values", "commonLabels"), {})], names)

    alone = one.templates.texts(other, names)
    was = one.trace.texts(one.templates)
    assert printed == {name: text for name, text in alone.items() if text != was[name]}
    assert "{{ x }}" in alone["templates/deployment.yaml"]
    assert not any("{{ x }}" in text for text in again.values() if text)


@pytest.mark.helm
def test_more_roots_than_go_on_one_page_come_back_in_order(one: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chartgen.explaining.calls._MOST", 100_000)
    numbers = range(101, 201)
    roots = [put(one.described.root, ("Values", "autoscaling", "minReplicas"), number) for number in numbers]

    found = one.templates.run(one.described.root, roots, ["templates/hpa.yaml"])

    for number, texts in zip(numbers, found, strict=True):
        assert f"minReplicas: {number}\n" in str(texts["templates/hpa.yaml"])

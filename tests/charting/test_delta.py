"""Deltas: Helm's merge of values.yaml and a delta is the environment's full values, whatever they are."""

import json
from pathlib import Path
from typing import Any

import helm_python
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chartgen import yamlio
from chartgen.charting.delta import delta

KEYS = st.sampled_from(["a", "b", "c", "kubernetes.io/x"])
SCALARS = st.booleans() | st.integers(-(2**31), 2**31) | st.sampled_from(["", "x", "no", "1e3", "null"])
VALUES = st.recursive(
    SCALARS | st.lists(SCALARS, max_size=2), lambda inner: st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
MAPS = st.dictionaries(KEYS, VALUES, max_size=3)


def test_equal_values_have_an_empty_delta() -> None:
    assert delta({"a": {"b": [1]}}, {"a": {"b": [1]}}) == {}


def test_a_key_that_the_environment_lacks_is_null() -> None:
    assert delta({"a": 1, "env": {"A": {"value": "x"}}}, {"a": 1, "env": {}}) == {"env": {"A": None}}


def test_a_list_is_stated_whole() -> None:
    assert delta({"hosts": ["a", "b"]}, {"hosts": ["a"]}) == {"hosts": ["a"]}


def test_zero_and_false_are_not_the_same() -> None:
    assert delta({"a": 0}, {"a": False}) == {"a": False}


@pytest.mark.helm
@given(base=MAPS, full=MAPS)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_helm_merges_values_and_delta_into_the_full_values(
    tmp_path: Path, base: dict[str, Any], full: dict[str, Any]
) -> None:
    full = _same_shapes(base, full)
    (tmp_path / "Chart.yaml").write_text("apiVersion: v2\nname: c\nversion: 1.0.0\n")
    (tmp_path / "values.yaml").write_text(yamlio.write(base))

    overlay = helm_python.values_from_yaml(yamlio.write(delta(base, full)))
    with helm_python.Chart.load(tmp_path) as chart:
        merged = chart.merge_values(overlay)
    assert json.dumps(merged, sort_keys=True) == json.dumps(full, sort_keys=True)


def _same_shapes(base: dict[str, Any], full: dict[str, Any]) -> dict[str, Any]:
    """A key's shape does not depend on the environment: a map stays a map."""
    shaped = {}
    for key, value in full.items():
        lower = base.get(key, value)
        if isinstance(lower, dict) != isinstance(value, dict):
            shaped[key] = lower
        else:
            shaped[key] = _same_shapes(lower, value) if isinstance(value, dict) else value
    return shaped

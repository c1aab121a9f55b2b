"""values.schema.json: it and pydantic's models accept and refuse the same values, and Helm says why."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import helm_python
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chartgen import Image, Port, Spec
from chartgen.charting.schema import schema
from chartgen.charting.values.root import values
from chartgen.charting.values_models.root import Values
from tests.strategies import damaged, field

BASE = values(Spec(name="c", image=Image(repository="r", tag="1"), ports={"http": Port(port=8080)}))
KEYS = [info.alias or name for name, info in Values.model_fields.items()]


@cache
def schema_of_everything() -> str:
    """The schema of a chart that uses every section."""
    sections = {key: BASE.get(key, {}) for key in KEYS}
    return schema([{**sections, "identity": None, "environment": name} for name in ("", "production")])


@cache
def _section(key: str) -> st.SearchStrategy[Any]:
    info = next(info for name, info in Values.model_fields.items() if (info.alias or name) == key)
    return field(info, by_alias=True)


@st.composite
def some_values(draw: st.DrawFn) -> dict[str, Any]:
    """Valid values, one or two sections of them made up."""
    made_up = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=2, unique=True))
    return {**BASE, **{key: draw(_section(key)) for key in made_up}}


def _pydantic_accepts(data: dict[str, Any]) -> bool:
    try:
        return Values.model_validate(data).environment in ("", "production")
    except ValidationError:
        return False


@pytest.fixture
def chart(tmp_path: Path) -> helm_python.Chart:
    (tmp_path / "Chart.yaml").write_text("apiVersion: v2\nname: c\nversion: 1.0.0\n")
    (tmp_path / "values.schema.json").write_text(schema_of_everything())
    return helm_python.Chart.load(tmp_path)


@pytest.mark.helm
@given(data=damaged(some_values()))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_accept_and_refuse_the_same_values(chart: helm_python.Chart, data: dict[str, Any]) -> None:
    try:
        chart.validate_schema(data)
        helm_accepts = True
    except helm_python.HelmError:
        helm_accepts = False

    assert helm_accepts == _pydantic_accepts(data)


def test_the_schema_is_draft_07_by_the_judgement_of_another_library() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_of_everything()))


def test_the_schema_refers_to_nothing() -> None:
    assert "$ref" not in schema_of_everything()

"""values.schema.json: it and pydantic's models accept and refuse the same values, and Helm says why."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chartgen import Image, Port, Spec
from chartgen.charting.schema import schema
from chartgen.charting.values.root import values
from chartgen.charting.values_models.root import Values
from chartgen.helm import Embedded, Engine, Process, RenderFailed
from tests.helms import PROGRAMS
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
def chart(tmp_path: Path) -> Path:
    """A chart with the schema and nothing that it could change in the values."""
    (tmp_path / "chart").mkdir()
    (tmp_path / "chart" / "Chart.yaml").write_text("apiVersion: v2\nname: c\nversion: 1.0.0\n")
    (tmp_path / "chart" / "values.schema.json").write_text(schema_of_everything())
    return tmp_path / "chart"


@pytest.mark.helm
@given(data=damaged(some_values()))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_4_accept_and_refuse_the_same_values(chart: Path, data: dict[str, Any]) -> None:
    assert _helm_accepts(Embedded(), chart, data) == _pydantic_accepts(data)


@pytest.mark.helm
@given(data=damaged(some_values()))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_3_accept_and_refuse_the_same_values(chart: Path, data: dict[str, Any]) -> None:
    assert _helm_accepts(Process(str(PROGRAMS["helm 3.17"])), chart, data) == _pydantic_accepts(data)


def _helm_accepts(engine: Engine, chart: Path, data: dict[str, Any]) -> bool:
    overlay = chart.with_name("data.yaml")
    overlay.write_text(json.dumps(data), encoding="utf-8")
    try:
        engine.render(chart, release="r", values_files=[overlay], kube_version="1.37.0")
    except RenderFailed:
        return False
    return True


def test_the_schema_is_draft_07_by_the_judgement_of_another_library() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_of_everything()))


def test_the_schema_refers_to_nothing() -> None:
    assert "$ref" not in schema_of_everything()

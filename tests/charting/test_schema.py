"""values.schema.json: it and pydantic's models accept and refuse the same values, and Helm says why."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import helm_python
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import ValidationError

from chartgen import Image, Overlay, Service, Spec
from chartgen.charting.schema import schema
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_models.root import Values
from tests.strategies import damaged, data_of

EVERYTHING = [{key: None for key in (info.alias or name for name, info in Values.model_fields.items())}]
"""A chart that uses every section."""


@cache
def schema_of_everything() -> str:
    base = values(Spec(name="c", image=Image(repository="r", tag="1")))
    sections = {key: base.get(key, {}) for key in EVERYTHING[0]}
    return schema([{**sections, "identity": None, "environment": name} for name in ("", "production")])


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
@given(data=damaged(data_of(Values)))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_accept_and_refuse_the_same_values(chart: helm_python.Chart, data: dict[str, Any]) -> None:
    try:
        chart.validate_schema(data)
        helm_accepts = True
    except helm_python.HelmError:
        helm_accepts = False

    assert helm_accepts == _pydantic_accepts(_without_nulls(data))


def _without_nulls(data: Any) -> Any:
    """Helm takes nulls out of values before it asks the schema, where there is no default below them."""
    return data


def test_the_schema_is_draft_07_by_the_judgement_of_another_library() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_of_everything()))


def test_the_schema_refers_to_nothing() -> None:
    assert "$ref" not in schema_of_everything()

"""The JSON Schema of service.yaml: it takes what chartgen takes, and refuses what editors should underline."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from chartgen import yamlio
from chartgen.project.yaml_schema import preset_schema, service_schema

SCHEMA = json.loads(service_schema())
EXAMPLE = Path(__file__).parents[2] / "examples" / "orders-api-yaml" / "service.yaml"


def example() -> dict[str, Any]:
    data: dict[str, Any] = yamlio.read(EXAMPLE.read_text(encoding="utf-8"), "service.yaml").data
    return data


def test_it_is_a_schema_by_the_judgement_of_another_library() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_example_is_valid() -> None:
    jsonschema.validate(example(), SCHEMA)


@pytest.mark.parametrize(
    "wrong",
    [{"replica": 3}, {"replicas": "3"}, {"ports": {"http": 70000}}, {"image": {"repositry": "x"}}, {"name": "Orders"}],
)
def test_what_chartgen_refuses_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**example(), **wrong}, SCHEMA)


@pytest.mark.parametrize(
    "short", [{"ports": {"http": 3000}}, {"env": {"A": "x"}}, {"probes": {"readiness": "/ready"}}, {"env": {"A": None}}]
)
def test_shorthand_and_taking_back_are_valid(short: dict[str, Any]) -> None:
    jsonschema.validate({**example(), **short}, SCHEMA)


def test_every_field_of_a_service_is_described() -> None:
    assert [name for name, field in SCHEMA["properties"].items() if not field.get("description")] == []


def test_a_presets_file_has_a_schema_too() -> None:
    schema = json.loads(preset_schema())

    assert schema["title"] == "chartgen preset.yaml"
    assert {"locks", "environments", "registries", "replicas"} <= schema["properties"].keys()

"""Documentation of fields: the string under each is there, and everyone who shows it gets the same."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from chartgen.charting.values_models.root import Values
from chartgen.models import Preset, Service
from chartgen.models.docs import field_doc
from chartgen.project.shapes import models_within


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for info in model.model_fields.values():
        for inner in models_within(info.annotation):
            yield from _models(inner, seen)


SERVICE_MODELS = [*_models(Service, set()), Preset]


@pytest.mark.parametrize("model", SERVICE_MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_service_says_what_it_is(model: type[BaseModel]) -> None:
    silent = [name for name in model.model_fields if not field_doc(model, name)]

    assert silent == []


def test_a_redeclared_field_keeps_its_description() -> None:
    from chartgen import LivenessProbe

    assert field_doc(LivenessProbe, "failure_threshold") == "Failures in a row that count."


@pytest.mark.parametrize("model", list(_models(Values, set())), ids=lambda model: model.__name__)
def test_every_section_of_the_values_says_what_it_is(model: type[BaseModel]) -> None:
    assert model.__doc__

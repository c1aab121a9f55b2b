"""Locks at random, on services at random: a lock that a service keeps to never refuses its own chart."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema_rs
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from chartgen import Lock, Preset
from chartgen.charting.locks import derived, rules
from chartgen.charting.schema import schema
from chartgen.charting.values.root import complete, values
from chartgen.layering.locks import Held, breaches
from chartgen.models.service import Spec
from chartgen.project.lines import PythonSource
from chartgen.project.locks import is_unset, read_locks
from tests.charting.test_services_at_random import LESS, resolved, services

OWN = frozenset({"name", "version", "environment", "neighbours", "neighbour_names", "description", "app_version"})


def fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a spec that a lock could be on, and its value."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if path or name not in OWN:
                yield from fields(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, Mapping) and value:
        for key, entry in value.items():
            yield from fields(entry, f'{path}["{key}"]')
            yield from fields(entry, f"{path}.*")
    if path and not path.endswith("*"):
        yield path, value


def locks_on(path: str, value: Any) -> list[Lock]:
    """Locks that the value meets."""
    if is_unset(value):
        return [Lock(path, absent=True, reason="x")]
    known: list[dict[str, Any]] = [{"present": True}]
    if isinstance(value, (str, int)):
        known += [{"equals": value}, {"one_of": [value]}]
    if isinstance(value, int) and not isinstance(value, bool):
        known += [{"at_least": value}, {"at_most": value}]
    return [Lock(path, reason="x", **one) for one in known]


@given(st.data())
@LESS
def test_a_chart_keeps_to_the_locks_that_its_service_keeps_to(data: st.DataObject) -> None:
    specs: dict[str, Spec] = {name: one.spec for name, one in resolved(data.draw(services())).items()}
    drawn = data.draw(st.lists(st.sampled_from(list(fields(specs["production"]))), min_size=1, max_size=12))
    preset = Preset(name="acme", locks=[lock for path, value in drawn for lock in locks_on(path, value)])
    placed, _ = read_locks(preset, PythonSource("acme.py", preset))
    everywhere = [Held(one, ("", "production")) for one in placed]
    kept = [
        one
        for one in everywhere
        if not any(list(breaches([one], name, specs[name], derived(specs[name]))) for name in specs)
    ]

    full = complete([values(spec) for spec in specs.values()])
    judge = jsonschema_rs.validator_for(json.loads(schema(full, rules(kept, full))))
    bare = jsonschema_rs.validator_for(json.loads(schema(full)))
    for own in full:
        assert judge.is_valid(own) == bare.is_valid(own)

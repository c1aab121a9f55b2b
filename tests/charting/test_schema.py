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

from chartgen import CronJob, Image, Port, Spec
from chartgen.charting.schema import schema
from chartgen.charting.values.root import values
from chartgen.charting.values_models.base import Section
from chartgen.charting.values_models.root import NEEDED_BY_KIND, ComponentValues, Values
from chartgen.helm import Embedded, Engine, Process, RenderFailed
from chartgen.models.kinds import Kind
from tests.helms import PROGRAMS
from tests.strategies import damaged, field

IMAGE = Image(repository="r", tag="1")
BASES: dict[Kind, dict[str, Any]] = {
    "Deployment": values(Spec(name="c", image=IMAGE, ports={"http": Port(port=8080)})),
    "StatefulSet": values(Spec(name="c", image=IMAGE, kind="StatefulSet")),
    "DaemonSet": values(Spec(name="c", image=IMAGE, kind="DaemonSet")),
    "Job": values(Spec(name="c", image=IMAGE, kind="Job")),
    "CronJob": values(Spec(name="c", image=IMAGE, kind="CronJob", cron_job=CronJob(schedule="@daily"))),
}
TELLING = {"cronJob", "job", "podManagementPolicy", "updateStrategy"}
"""Sections by which a kind is told."""

KEYS = [info.alias or name for name, info in Values.model_fields.items() if name != "components"]
COMPONENT_KEYS = [info.alias or name for name, info in ComponentValues.model_fields.items()]


def keys_of(kind: Kind) -> list[str]:
    """Sections that may stand in the values of a workload of the kind."""
    return [key for key in KEYS if key not in TELLING or key in BASES[kind]]


def sections(of: type[Section] = Section) -> list[type[Section]]:
    """Every section, wherever it stands in the values."""
    return [one for below in of.__subclasses__() for one in (below, *sections(below))]


@cache
def schema_of_everything(kind: Kind) -> str:
    """The schema of a chart that uses every section, in a component too."""
    sections = {key: BASES[kind].get(key, {}) for key in keys_of(kind)}
    own = {key: BASES[kind].get(key, {}) for key in keys_of(kind) if key in COMPONENT_KEYS}
    worker = {**own, "identity": None, "fullnameOverride": None}
    everywhere = {**sections, "identity": None, "components": {"worker": worker}}
    return schema([{**everywhere, "environment": name} for name in ("", "production")])


@cache
def _section(key: str) -> st.SearchStrategy[Any]:
    info = next(info for name, info in Values.model_fields.items() if (info.alias or name) == key)
    return field(info, by_alias=True)


@st.composite
def some_values(draw: st.DrawFn) -> tuple[Kind, dict[str, Any]]:
    """Valid values of a workload of some kind and of a component, one or two sections of them made up, one damaged."""
    kind = draw(st.sampled_from([*BASES]))
    made_up = draw(st.lists(st.sampled_from(keys_of(kind)), min_size=1, max_size=2, unique=True))
    own = {key: draw(_section(key)) for key in made_up}
    worker = {key: value for key, value in BASES[kind].items() if key in COMPONENT_KEYS and key != "fullnameOverride"}
    if draw(st.booleans()):
        return kind, {**BASES[kind], **own, "components": {"worker": worker}}
    worker |= {key: value for key, value in own.items() if key in COMPONENT_KEYS and key != "fullnameOverride"}
    return kind, {**BASES[kind], "components": {"worker": worker}}


@st.composite
def damaged_values(draw: st.DrawFn) -> tuple[Kind, dict[str, Any]]:
    """Such values with, mostly, one thing in them replaced, taken away or added."""
    kind, data = draw(some_values())
    return kind, draw(damaged(st.just(data)))


def _pydantic_accepts(kind: Kind, data: dict[str, Any]) -> bool:
    needed = {*NEEDED_BY_KIND[kind]}
    others = TELLING - BASES[kind].keys()
    try:
        environment = Values.model_validate(data).environment
    except ValidationError:
        return False
    components = data.get("components", {"worker": BASES[kind]})
    workloads = [data, *components.values()]
    return (
        environment in ("", "production")
        and components.keys() == {"worker"}
        and all(needed <= one.keys() and others.isdisjoint(one) for one in workloads)
    )


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """A chart with the schema and nothing that it could change in the values."""
    (tmp_path / "chart").mkdir()
    (tmp_path / "chart" / "Chart.yaml").write_text("apiVersion: v2\nname: c\nversion: 1.0.0\n")
    return tmp_path / "chart"


@pytest.mark.helm
@pytest.mark.slow
@given(damaged_values())
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_4_accept_and_refuse_the_same_values(chart: Path, drawn: tuple[Kind, dict[str, Any]]) -> None:
    assert _helm_accepts(Embedded(), chart, *drawn) == _pydantic_accepts(*drawn)


@pytest.mark.helm
@pytest.mark.slow
@given(damaged_values())
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_pydantic_and_helm_3_accept_and_refuse_the_same_values(chart: Path, drawn: tuple[Kind, dict[str, Any]]) -> None:
    assert _helm_accepts(Process(str(PROGRAMS["helm 3.17"])), chart, *drawn) == _pydantic_accepts(*drawn)


def _helm_accepts(engine: Engine, chart: Path, kind: Kind, data: dict[str, Any]) -> bool:
    (chart / "values.schema.json").write_text(schema_of_everything(kind))
    overlay = chart.with_name("data.yaml")
    overlay.write_text(json.dumps(data), encoding="utf-8")
    try:
        engine.render(chart, release="r", values_files=[overlay], kube_version="1.37.0")
    except RenderFailed:
        return False
    return True


def test_the_schema_is_draft_07_by_the_judgement_of_another_library() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_of_everything("StatefulSet")))


def test_the_schema_refers_to_nothing() -> None:
    assert "$ref" not in schema_of_everything("CronJob")


@pytest.mark.parametrize("section", [one for one in sections() if "minProperties" in one.model_json_schema()])
def test_a_section_that_the_schema_wants_something_in_is_refused_empty(section: type[Section]) -> None:
    with pytest.raises(ValidationError, match="needs"):
        section.model_validate({})

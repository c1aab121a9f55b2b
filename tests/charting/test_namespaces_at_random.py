"""Namespaces at random, from the models: what chartgen accepts, Helm renders and Kubernetes takes."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import helm_python
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chartgen import disk
from chartgen.charting import namespace as chart_of
from chartgen.charting.chart import Input, build_namespace
from chartgen.charting.values import namespace as values_of
from chartgen.charting.values_models.namespace import NamespaceValues
from chartgen.checking.manifests import invalid_manifests
from chartgen.helm import Embedded, RenderFailed
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import Resolved, resolve_namespace
from chartgen.models.namespace import Namespace, NamespaceOverlay, NamespaceSpec
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from tests.strategies import damaged, data_of

pytestmark = pytest.mark.helm

MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
LEFT_OUT = {"name", "presets", "environments", "waivers", "version"}
"""What speaks of the file, and the chart's own version."""


@st.composite
def namespaces(draw: st.DrawFn) -> dict[str, Any]:
    """A namespace with a few fields, and an environment that differs."""
    said = {key: value for key, value in draw(data_of(Namespace, most=5)).items() if key not in LEFT_OUT}
    overlay = {key: value for key, value in draw(data_of(NamespaceOverlay, most=3)).items() if key != "extends"}
    return {**said, "name": "payments", "environments": {"production": overlay}}


def resolved(data: dict[str, Any]) -> dict[str, Resolved[NamespaceSpec]]:
    """The specs of values.yaml ("") and of the environment; rejects data that is no namespace."""
    try:
        namespace = Namespace.model_validate(data, by_alias=True, by_name=False)
    except ValidationError:
        reject()
    loaded = LoadedService(namespace, Path("namespace.yaml"), YamlSource("namespace.yaml", Namespace, {(): 1}))
    layers = layers_of(loaded, [], Config())
    specs = {
        "": resolve_namespace(layers[""], None),
        "production": resolve_namespace(layers["production"], "production"),
    }
    assume(not any(spec.messages for spec in specs.values()))
    return specs


def rendered(specs: dict[str, Resolved[NamespaceSpec]], environment: str) -> str:
    """What Helm makes of the chart."""
    files = build_namespace(Input(specs[""].spec, {"production": specs["production"].spec}, [], []))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        overlay = [chart / f"values-{environment}.yaml"] if environment else []
        return Embedded().render(chart, release="r", values_files=overlay, kube_version="1.37.0")


@given(namespaces(), st.sampled_from(["", "production"]))
@MANY
def test_what_chartgen_accepts_helm_renders_and_kubernetes_takes(data: dict[str, Any], environment: str) -> None:
    assert list(invalid_manifests(rendered(resolved(data), environment), "1.30", "1.37")) == []


@given(namespaces())
@MANY
def test_values_and_delta_together_are_what_the_models_of_values_say(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    specs = resolved(data)
    files = build_namespace(Input(specs[""].spec, {"production": specs["production"].spec}, [], []))
    chart = tmp_path_factory.mktemp("namespace") / "chart"
    disk.materialise(disk.Chart(chart, files), chart)
    base, full = values_of.complete([values_of.values(one.spec) for one in specs.values()])

    with helm_python.Chart.load(chart) as loaded:
        merged = loaded.merge_values(helm_python.values_from_yaml(files["values-production.yaml"]))
    merged.pop("chartgen-library")
    assert json.dumps(merged, sort_keys=True) == json.dumps(full, sort_keys=True)
    NamespaceValues.model_validate(base)
    NamespaceValues.model_validate(full)


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """A chart with the schema of every section, and nothing that it could change in the values."""
    everything: dict[str, Any] = {info.alias or name: {} for name, info in NamespaceValues.model_fields.items()}
    text = chart_of.schema([{**everything, "environment": name} for name in ("", "production")])
    (tmp_path / "Chart.yaml").write_text("apiVersion: v2\nname: c\nversion: 1.0.0\n", encoding="utf-8")
    (tmp_path / "values.schema.json").write_text(text, encoding="utf-8")
    return tmp_path


@given(damaged(data_of(NamespaceValues, most=4)))
@MANY
def test_pydantic_and_helm_accept_and_refuse_the_same_values(chart: Path, data: dict[str, Any]) -> None:
    assert _helm_accepts(chart, data) == _pydantic_accepts(data)


def _helm_accepts(chart: Path, data: dict[str, Any]) -> bool:
    overlay = chart / "data.yaml"
    overlay.write_text(json.dumps(data), encoding="utf-8")
    try:
        Embedded().render(chart, release="r", values_files=[overlay], kube_version="1.37.0")
    except RenderFailed:
        return False
    return True


def _pydantic_accepts(data: dict[str, Any]) -> bool:
    try:
        return NamespaceValues.model_validate(data).environment in ("", "production")
    except ValidationError:
        return False

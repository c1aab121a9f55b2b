"""Services at random, from the models: what chartgen accepts, Helm renders and Kubernetes takes, unchanged."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chartgen import disk, yamlio
from chartgen.charting.chart import Input, build
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_models.root import Values
from chartgen.checking.manifests import invalid_manifests
from chartgen.helm import Embedded
from chartgen.layering.layers import common_layers, overlay_layers
from chartgen.layering.resolve import Resolved, resolve
from chartgen.models.service import Overlay, Service
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from tests.strategies import TEXT, data_of

pytestmark = pytest.mark.helm

IMAGE = {"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2"}
LESS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
LEFT_OUT = {"name", "presets", "environments", "waivers", "version"}
"""What speaks of the file, and the chart's own version."""


@st.composite
def services(draw: st.DrawFn) -> dict[str, Any]:
    """A service with a port and an image, a few other fields, and an environment that differs."""
    said = {key: value for key, value in draw(data_of(Service, most=6)).items() if key not in LEFT_OUT}
    overlay = {key: value for key, value in draw(data_of(Overlay, most=3)).items() if key != "extends"}
    image = {**IMAGE, **said.get("image", {})}
    ports = {"http": 8080, **said.get("ports", {})}
    expose = {"ingress": {"className": "nginx", "controller": "ingress-nginx"}, "httpRoute": {"gateway": "public"}}
    base = {"expose": expose, **said, "name": "orders-api", "image": image, "ports": ports}
    return {**base, "environments": {"production": overlay}}


def resolved(data: dict[str, Any]) -> dict[str, Resolved]:
    """The specs of values.yaml ("") and of the environment; rejects data that is no service."""
    try:
        service = Service.model_validate(data, by_alias=True, by_name=False)
    except ValidationError:
        reject()
    loaded = LoadedService(service, Path("service.yaml"), YamlSource("service.yaml", Service, {(): 1}))
    common = common_layers(loaded, [])
    overlays = overlay_layers(loaded, Config(), "production")
    specs = {"": resolve(common, None), "production": resolve([*common, *overlays], "production")}
    assume(not any(spec.messages for spec in specs.values()))
    return specs


def rendered(specs: Mapping[str, Resolved], environment: str) -> str:
    """What Helm makes of the chart."""
    production = {"production": specs["production"].spec}
    files = build(Input(specs[""].spec, production, [spec.merged for spec in specs.values()], []))
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, files), chart)
        overlay = [chart / f"values-{environment}.yaml"] if environment else []
        left_open = specs[environment].spec.image.set_by == "deployment"
        sets = ["image.tag=of-the-deployment"] if left_open else []
        return Embedded().render(chart, release="r", values_files=overlay, sets=sets, kube_version="1.37.0")


@given(services(), st.sampled_from(["", "production"]))
@LESS
def test_what_chartgen_accepts_helm_renders_and_kubernetes_takes(data: dict[str, Any], environment: str) -> None:
    text = rendered(resolved(data), environment)

    assert list(invalid_manifests(text, "1.30", "1.37")) == []


@given(services())
@LESS
def test_the_values_of_any_service_are_what_their_models_say(data: dict[str, Any]) -> None:
    for full in complete([values(spec.spec) for spec in resolved(data).values()]):
        left_open = not full["image"]["tag"] and not full["image"]["digest"]
        Values.model_validate({**full, "image": {**full["image"], "tag": "1"}} if left_open else full)


NAMES = st.from_regex(r"[A-Z][A-Z0-9_]{0,8}", fullmatch=True)


@given(env=st.dictionaries(NAMES, TEXT, min_size=1, max_size=4), config=st.dictionaries(NAMES, TEXT, max_size=4))
@LESS
def test_strings_arrive_in_the_manifest_unchanged(env: dict[str, str], config: dict[str, str]) -> None:
    config = {f"C_{name}": value for name, value in config.items()}
    notes = {f"example.com/{name}": value for name, value in env.items()}
    data = {"name": "c", "image": IMAGE, "env": env, "config": config, "annotations": notes, "args": list(env.values())}
    manifests = {
        one["kind"]: one for one in yamlio.read_manifests(rendered(resolved({**data, "environments": {}}), ""))
    }

    container = manifests["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    assert {entry["name"]: _as_kubernetes_reads(entry["value"]) for entry in container["env"]} == env
    assert container["args"] == list(env.values())
    assert manifests["Deployment"]["metadata"]["annotations"] == notes
    assert manifests.get("ConfigMap", {"data": {}})["data"] == config


def _as_kubernetes_reads(value: str) -> str:
    """Kubernetes' expansion where no variable is known (third_party/forked/golang/expansion): ``$$`` is ``$``."""
    text, position = "", 0
    while position < len(value):
        following = value[position + 1 : position + 2]
        if value[position] == "$" and following == "$":
            text, position = text + "$", position + 2
            continue
        assert not (value[position] == "$" and following == "("), f"{value!r} holds a reference"
        text, position = text + value[position], position + 1
    return text

"""Services at random, from the models: what chartgen accepts, Helm renders and Kubernetes takes, unchanged."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from chartgen import disk, yamlio
from chartgen.charting.chart import Input, build
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_models.root import Values
from chartgen.checking.manifests import invalid_manifests
from chartgen.helm import Embedded
from chartgen.layering.kinds import LASTING, goes_with
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import Resolved, resolve
from chartgen.models.kinds import Kind
from chartgen.models.service import Overlay, Service
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from tests.strategies import TEXT, data_of

pytestmark = pytest.mark.helm

IMAGE = {"repository": "ghcr.io/acme/orders-api", "tag": "1.4.2"}
LESS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
KINDS: tuple[Kind, ...] = get_args(Kind)
LEFT_OUT = {"name", "presets", "environments", "waivers", "version"}
"""What speaks of the file, and the chart's own version."""


@st.composite
def services(draw: st.DrawFn) -> dict[str, Any]:
    """A service of some kind with an image, a few other fields, and an environment that differs."""
    kind = draw(st.sampled_from([*KINDS, "Deployment", "Deployment"]))
    said = {key: value for key, value in draw(data_of(Service, most=6)).items() if key not in LEFT_OUT}
    overlay = {key: value for key, value in draw(data_of(Overlay, most=3)).items() if key != "extends"}
    image = {**IMAGE, **said.get("image", {})}
    expose = {"ingress": {"className": "nginx", "controller": "ingress-nginx"}, "httpRoute": {"gateway": "public"}}
    lasting = {"ports": {"http": 8080, **said.get("ports", {})}} if kind in LASTING else {}
    base = {"expose": expose, **said, "name": "orders-api", "image": image, **lasting}
    return {**of_kind(kind, base), "environments": {"production": of_kind(kind, overlay)}}


def of_kind(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    """What goes with the kind, in components too, and its schedule where it needs one."""
    fitting: dict[str, Any] = _fitting(kind, {**data, "kind": kind}, ())
    if kind == "CronJob":
        fitting["cronJob"] = {**(fitting.get("cronJob") or {}), "schedule": "30 2 * * *"}
    if "components" in data:
        fitting["components"] = {
            name: component and of_kind(component.get("kind", "Deployment"), component)
            for name, component in data["components"].items()
        }
    return fitting


def _fitting(kind: Kind, data: Any, path: tuple[str, ...]) -> Any:
    if not isinstance(data, dict):
        return data
    return {
        key: _fitting(kind, value, (*path, to_snake(key)))
        for key, value in data.items()
        if goes_with(kind, *path, to_snake(key))
    }


def resolved(data: dict[str, Any]) -> dict[str, Resolved]:
    """The specs of values.yaml ("") and of the environment; rejects data that is no service."""
    try:
        service = Service.model_validate(data, by_alias=True, by_name=False)
    except ValidationError:
        reject()
    loaded = LoadedService(service, Path("service.yaml"), YamlSource("service.yaml", Service, {(): 1}))
    layers = layers_of(loaded, [], Config())
    specs = {"": resolve(layers[""], None), "production": resolve(layers["production"], "production")}
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
        sets = [f"{path}.tag=of-the-deployment" for path in left_open(values_of(specs)[environment])]
        return Embedded().render(chart, release="r", values_files=overlay, sets=sets, kube_version="1.37.0")


@given(services(), st.sampled_from(["", "production"]))
@LESS
def test_what_chartgen_accepts_helm_renders_and_kubernetes_takes(data: dict[str, Any], environment: str) -> None:
    text = rendered(resolved(data), environment)

    assert list(invalid_manifests(text, "1.30", "1.37")) == []


@given(services())
@LESS
def test_the_values_of_any_service_are_what_their_models_say(data: dict[str, Any]) -> None:
    for full in values_of(resolved(data)).values():
        Values.model_validate(_pinned(full))


def values_of(specs: Mapping[str, Resolved]) -> dict[str, dict[str, Any]]:
    return dict(zip(specs, complete([values(spec.spec) for spec in specs.values()]), strict=True))


def left_open(data: Any, path: str = "") -> Iterator[str]:
    """The images that whoever deploys has to pin, by their paths for ``--set``."""
    if isinstance(data, list):
        for index, one in enumerate(data):
            yield from left_open(one, f"{path}[{index}]")
    elif isinstance(data, dict):
        if "repository" in data and not data["tag"] and not data["digest"]:
            yield path
        for key, value in data.items():
            if key not in ("env", "config"):
                yield from left_open(value, f"{path}.{key}" if path else key)


def _pinned(data: Any) -> Any:
    """The same with a tag for each image that has no pin."""
    if isinstance(data, list):
        return [_pinned(one) for one in data]
    if not isinstance(data, dict):
        return data
    open_ = "repository" in data and not data["tag"] and not data["digest"]
    return {key: _pinned(value) for key, value in data.items()} | ({"tag": "1"} if open_ else {})


NAMES = st.from_regex(r"[A-Z][A-Z0-9_]{0,8}", fullmatch=True)


@given(env=st.dictionaries(NAMES, TEXT, min_size=1, max_size=4), config=st.dictionaries(NAMES, TEXT, max_size=4))
@LESS
def test_strings_arrive_in_the_manifest_unchanged(env: dict[str, str], config: dict[str, str]) -> None:
    config = {f"C_{name}": value for name, value in config.items()}
    notes = {f"example.com/{name}": value for name, value in env.items()}
    data = {"name": "c", "image": IMAGE, "env": env, "config": config, "annotations": notes, "args": list(env.values())}
    manifests = {
        one["kind"]: one
        for one in yamlio.read_manifests(rendered(resolved({**data, "environments": {"production": {}}}), ""))
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

"""Presets below a service: the order of layers, what environments inherit, sizes; against an independent model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chartgen import Autoscaling, Component, Image, Overlay, Preset, Resources, Service, Spec
from chartgen.layering.layers import layers_of, unknown_sizes
from chartgen.layering.resolve import resolve
from chartgen.project.config import Config, EnvironmentTable
from chartgen.project.lines import PythonSource
from chartgen.project.presets import LoadedPreset
from chartgen.project.services import LoadedService
from chartgen.project.shapes import FieldPath

PARENTS = {"dev": None, "production": None, "production-eu": "production", "production-eu-1": "production-eu"}
CONFIG = Config(environments={name: EnvironmentTable(extends=parent) for name, parent in PARENTS.items()})
IMAGE = Image(repository="ghcr.io/acme/orders-api", tag="1")


def spec(service: Service, presets: Sequence[Preset], environment: str, config: Config = CONFIG) -> Spec:
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))
    below = [LoadedPreset(one, PythonSource("preset.py", one)) for one in presets]
    layers = layers_of(loaded, below, config)[environment]
    return resolve(layers, environment or None).spec


def test_a_presets_overlay_lies_above_all_presets_and_below_the_service() -> None:
    first = Preset(name="a", replicas=1, environments={"production": Overlay(replicas=4, args=["a"])})
    second = Preset(name="b", replicas=2)

    assert spec(Service(name="x"), [first, second], "production").replicas == 4
    assert spec(Service(name="x"), [first, second], "dev").replicas == 2
    assert spec(Service(name="x", replicas=7), [first, second], "production").replicas == 7


def test_a_nearer_environment_lies_above_whichever_preset_says_it() -> None:
    first = Preset(name="a", environments={"production-eu": Overlay(replicas=5)})
    second = Preset(name="b", environments={"production": Overlay(replicas=6)})

    assert spec(Service(name="x"), [first, second], "production-eu").replicas == 5
    assert spec(Service(name="x"), [first, second], "production").replicas == 6


def test_what_an_environment_extends_in_the_service_alone_counts_for_presets() -> None:
    preset = Preset(name="a", environments={"production": Overlay(replicas=6)})
    service = Service(name="x", environments={"production": Overlay(), "us": Overlay(extends="production")})

    assert spec(service, [preset], "us", Config()).replicas == 6


def test_a_presets_overlay_of_an_environment_that_nobody_has_is_ignored() -> None:
    preset = Preset(name="a", environments={"qa": Overlay(replicas=6)})

    assert spec(Service(name="x"), [preset], "dev").replicas == 2


@dataclass(frozen=True)
class Said:
    """What one layer says: fields, and overlays of environments."""

    own: Mapping[str, Any]
    overlays: Mapping[str, Mapping[str, Any]]


SCALING = st.none() | st.fixed_dictionaries({}, optional={"min_replicas": st.integers(1, 9), "cpu": st.integers(1, 99)})
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "replicas": st.integers(0, 9),
        "priority_class": st.none() | st.sampled_from(["low", "high"]),
        "args": st.lists(st.sampled_from("abc"), max_size=2),
        "config": st.dictionaries(st.sampled_from("AB"), st.none() | st.sampled_from(["1", "2"]), max_size=2),
        "autoscaling": SCALING,
    },
)
LAYER = st.builds(Said, FIELDS, st.dictionaries(st.sampled_from(sorted(PARENTS)), FIELDS, max_size=4))


@given(st.lists(LAYER, max_size=3), LAYER, st.sampled_from(["", *sorted(PARENTS)]))
def test_layers_win_as_an_independent_model_says(presets: list[Said], service: Said, environment: str) -> None:
    made = [Preset(name=f"p{index}", **_models(one)) for index, one in enumerate(presets)]
    whole = spec(Service(name="x", image=IMAGE, **_models(service)), made, environment)

    order = _order(presets, service, environment)
    assert whole.replicas == _highest(order, "replicas", 2)
    assert whole.priority_class == _highest(order, "priority_class", None)
    assert list(whole.args or ()) == _highest(order, "args", [])
    assert whole.config == _entries(order)
    scaling = _scaling(order)
    assert (whole.autoscaling is None) == (scaling is None)
    if whole.autoscaling and scaling is not None:
        assert whole.autoscaling.min_replicas == scaling.get("min_replicas", Autoscaling().min_replicas)
        assert whole.autoscaling.cpu == scaling.get("cpu", Autoscaling().cpu)


def _models(said: Said) -> dict[str, Any]:
    overlays = {name: Overlay(**_model(fields)) for name, fields in said.overlays.items()}
    return {**_model(said.own), "environments": overlays}


def _model(fields: Mapping[str, Any]) -> dict[str, Any]:
    scaling = fields.get("autoscaling")
    return {**fields, "autoscaling": Autoscaling(**scaling)} if scaling is not None else dict(fields)


def _order(presets: Sequence[Said], service: Said, environment: str) -> list[Mapping[str, Any]]:
    """Every layer, the highest first: written from the documentation, not from the code."""
    nearest_first = []
    name: str | None = environment
    while name:
        nearest_first.append(name)
        name = PARENTS[name]
    own = [service.overlays.get(one, {}) for one in nearest_first] + [service.own]
    of_presets = [preset.overlays.get(one, {}) for one in nearest_first for preset in reversed(presets)]
    return [*own, *of_presets, *(preset.own for preset in reversed(presets))]


def _highest(order: Sequence[Mapping[str, Any]], field: str, default: Any) -> Any:
    return next((one[field] for one in order if field in one), default)


def _entries(order: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    maps = [one.get("config", {}) for one in order]
    found = {key: next(one[key] for one in maps if key in one) for one in maps for key in one}
    return {key: value for key, value in found.items() if value is not None}


def _scaling(order: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """What the layers above the last that takes it back say together; None where nothing is above it."""
    found: dict[str, Any] | None = None
    for one in order:
        if "autoscaling" in one:
            if one["autoscaling"] is None:
                return found
            found = {**one["autoscaling"], **(found or {})}
    return found


SIZES = {"small": Resources(cpu="50m", memory="64Mi"), "large": Resources(cpu="2", memory="4Gi", memory_limit="6Gi")}


def test_a_size_is_the_resources_that_a_preset_gives_the_name() -> None:
    resources = spec(Service(name="x", size="large"), [Preset(name="a", sizes=SIZES)], "dev").resources

    assert (resources.cpu, resources.memory, resources.memory_limit) == ("2", "4Gi", "6Gi")


def test_a_size_takes_back_what_lower_layers_said_of_resources() -> None:
    preset = Preset(name="a", sizes=SIZES, resources=Resources(cpu_limit="9", memory="1Gi"))
    resources = spec(Service(name="x", size="small"), [preset], "dev").resources

    assert (resources.cpu_limit, resources.memory) == (None, "64Mi")


def test_resources_beside_a_size_win() -> None:
    service = Service(name="x", size="small", resources=Resources(memory="96Mi"))
    resources = spec(service, [Preset(name="a", sizes=SIZES)], "dev").resources

    assert (resources.cpu, resources.memory) == ("50m", "96Mi")


def test_an_environment_and_a_component_may_have_another_size() -> None:
    service = Service(
        name="x",
        size="small",
        components={"worker": Component(size="large")},
        environments={"production": Overlay(size="large")},
    )
    preset = Preset(name="a", sizes=SIZES)

    assert spec(service, [preset], "production").resources.cpu == "2"
    assert spec(service, [preset], "dev").components["worker"].resources.cpu == "2"


def test_a_later_preset_gives_a_size_another_meaning() -> None:
    later = Preset(name="b", sizes={"small": Resources(cpu="75m")})

    assert spec(Service(name="x", size="small"), [Preset(name="a", sizes=SIZES), later], "dev").resources.cpu == "75m"


def test_a_size_that_no_preset_has_is_told_where_it_is_said() -> None:
    service = Service(name="x", components={"worker": Component(size="huge")})
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))

    (message,) = unknown_sizes(layers_of(loaded, [], Config())[""])
    assert (message.path, message.text) == ("components.worker.size", "is 'huge', which no preset has")


def test_resources_of_a_size_are_written_where_the_size_is() -> None:
    service = Service(
        name="x",
        size="small",
        components={
            "worker": Component(
                size="large",
                resources=Resources(
                    memory="96Mi",
                ),
            ),
        },
    )
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))
    layer = layers_of(
        loaded, [LoadedPreset(one, PythonSource("p.py", one)) for one in [Preset(name="a", sizes=SIZES)]], Config()
    )[""][-1]

    def below_the_size(path: FieldPath) -> int:
        return layer.line(path).number - layer.line(("size",)).number

    assert below_the_size(("resources", "cpu")) == 0
    assert below_the_size(("components", "worker", "resources", "cpu")) == 3
    assert below_the_size(("components", "worker", "resources", "memory")) == 5

"""chartgen explain: where a value comes from, what lost to it, and what it becomes."""

import builtins
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tests.conftest import Run
from tests.helms import PROGRAMS

PRESET = """
from chartgen import Autoscaling, Lock, Overlay, Preset

preset = Preset(
    name="house",
    autoscaling=Autoscaling(min_replicas=2, max_replicas=20),
    locks=[
        Lock("autoscaling.max_replicas", at_most=20, reason="the cluster has no more nodes"),
        Lock("autoscaling.min_replicas", at_least=6, environments=["production"], reason="two a zone"),
    ],
    environments={"production": Overlay(labels={"tier": "gold"})},
)
"""

SERVICE = """
from chartgen import Autoscaling, Component, Image, Overlay, Resources, Service, Waiver

service = Service(
    name="orders-api",
    presets=["house"],
    image=Image(repository="ghcr.io/acme/orders-api", tag="latest"),
    ports={"http": 3000},
    resources=Resources(cpu="100m", memory="256Mi"),
    autoscaling=Autoscaling(min_replicas=3),
    components={"worker": Component(command=["/worker"], replicas=4)},
    waivers=[
        Waiver(rule="CG401", reason="no releases yet", owner="team-orders", until="2999-12-31"),
        Waiver(lock="autoscaling.min_replicas", reason="little load", owner="team-orders", until="2999-12-31"),
    ],
    environments={
        "staging": Overlay(autoscaling=None, replicas=1),
        "production": Overlay(
            autoscaling=Autoscaling(min_replicas=5),
        ),
    },
)
"""


@pytest.fixture
def service(project: Path) -> Path:
    """A service with a preset of the project's own, a worker, and two environments."""
    for name, text in (("presets/house.py", PRESET), ("orders-api/service.py", SERVICE)):
        (project / name).parent.mkdir()
        (project / name).write_text(dedent(text).removeprefix("\n"))
    return project / "orders-api"


Asked = Callable[..., dict[str, Any]]


@pytest.fixture
def asked(service: Path, run: Run) -> Asked:
    """The answer as JSON gives it, in production unless another environment is named."""

    def ask(*words: str, environment: str = "production") -> dict[str, Any]:
        status, output, messages = run("explain", "orders-api", "-e", environment, "--format", "json", *words)
        assert (status, messages) == (0, "")
        answer: dict[str, Any] = json.loads(output)
        return answer

    return ask


@pytest.fixture
def no_helm(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with neither the embedded Helm nor an executable."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "helm_python":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setattr(shutil, "which", lambda _: None)


def said(field: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    """Who says it, where, and what: the one that counts comes first."""
    return [(one["layer"], f"{one['file']}:{one['line']}", one["value"]) for one in field["said"]]


def paths(fields: Sequence[Mapping[str, Any]]) -> list[str]:
    return [one["path"] for one in fields]


def test_a_field_names_the_line_that_set_it_and_all_that_lost(asked: Asked) -> None:
    (field,) = asked("autoscaling.min_replicas")["fields"]

    assert (field["value"], field["default"]) == (5, 2)
    assert field["reason"] == "Copies kept running when idle."
    assert said(field) == [
        ("environment production", "orders-api/service.py:18", 5),
        ("service", "orders-api/service.py:9", 3),
        ("preset house", "presets/house.py:5", 2),
    ]


def test_the_answer_in_words(service: Path, run: Run) -> None:
    status, output, messages = run("explain", "orders-api", "-e", "production", "autoscaling.max_replicas")

    assert (status, messages) == (0, "")
    *rest, printed = output.rstrip("\n").split("\n")
    assert rest == [
        "autoscaling.max_replicas (orders-api in production)",
        "",
        "autoscaling.max_replicas = 20",
        "  set by   presets/house.py:5  preset house: 20",
        "  default  10",
        "           Copies allowed at peak; a maximum close to the minimum does nothing in a spike.",
        "  lock     at most 20, by preset house (presets/house.py:7): the cluster has no more nodes",
        "",
        "values",
        "  values.yaml: autoscaling.maxReplicas = 20",
        "",
        "printed",
        "  HorizontalPodAutoscaler/orders-api spec.maxReplicas = 20",
    ]
    assert printed.startswith("    templates/hpa.yaml:1, charts/chartgen-library/templates/_library.tpl:")
    assert printed.endswith(".horizontalPodAutoscaler)")


def test_a_field_is_the_same_by_its_name_in_python_in_yaml_and_in_the_manifest(asked: Asked) -> None:
    as_field = asked("autoscaling.min_replicas")
    as_value = asked("autoscaling.minReplicas")
    as_printed = asked("HorizontalPodAutoscaler/spec.minReplicas")

    assert as_field == as_value
    assert as_printed["fields"] == as_field["fields"]
    assert as_printed["printed"] == as_field["printed"]


def test_the_line_that_prints_is_the_line_of_the_chart(asked: Asked, service: Path, run: Run) -> None:
    assert run("generate")[0] == 0
    answer = asked("HorizontalPodAutoscaler/spec.minReplicas")
    (printed,) = answer["printed"]

    library = (service / "chart" / answer["library"]).read_text().split("\n")
    assert library[printed["line"] - 1].strip() == "minReplicas: {{ .Values.autoscaling.minReplicas | int64 }}"
    assert printed["define"] in (service / "chart" / printed["template"]).read_text()


def test_a_value_names_the_field_that_it_comes_from(asked: Asked) -> None:
    answer = asked("containerPorts.http.containerPort")

    assert paths(answer["fields"]) == ["ports.http.port"]
    assert [one["path"] for one in answer["printed"]] == ["spec.template.spec.containers[0].ports[0].containerPort"]


def test_what_follows_from_several_fields_names_them_all(asked: Asked) -> None:
    limit = asked("Deployment/orders-api/spec.template.spec.containers[0].resources.limits.memory")
    budget = asked("podDisruptionBudget.enabled")

    assert paths(limit["fields"]) == ["resources.memory", "resources.memory_limit"]
    assert paths(budget["fields"]) == ["autoscaling.min_replicas", "disruption_budget"]


def test_what_a_field_switches_is_told_as_a_whole(asked: Asked) -> None:
    assert asked("replicas", environment="staging")["decides"] == []
    assert "HorizontalPodAutoscaler/orders-api" in asked("autoscaling")["decides"]


def test_of_what_is_not_printed_it_is_told_what_decides(asked: Asked) -> None:
    answer = asked("Deployment/orders-api/spec.replicas")
    elsewhere = asked("HorizontalPodAutoscaler/spec.minReplicas", environment="production")

    assert (answer["fields"], paths(answer["deciding"])) == ([], ["autoscaling"])
    assert answer["notes"] == ["is not printed here; it would be if what it depends on were said otherwise"]
    assert paths(elsewhere["deciding"]) == ["autoscaling"]


def test_a_component_has_what_it_inherits_from_the_main_workload(asked: Asked) -> None:
    answer = asked("components.worker.image.tag")

    assert [one["path"] for one in answer["values"]] == ["values.yaml: image.tag", "Chart.yaml: appVersion"]
    assert answer["notes"] == ["it is inherited: what counts is image.tag"]
    assert said(answer["fields"][0]) == [("service", "orders-api/service.py:6", "latest")]


def test_of_several_objects_one_is_named(asked: Asked, run: Run) -> None:
    (field,) = asked("Deployment/orders-api-worker/spec.replicas")["fields"]

    assert (field["path"], field["value"]) == ("components.worker.replicas", 4)
    assert run("explain", "orders-api", "-e", "production", "Deployment/spec.replicas") == (
        2,
        "",
        (
            "error: orders-api/service.py: prints 2 objects of kind Deployment\n"
            "hint: name one of Deployment/orders-api, Deployment/orders-api-worker\n"
        ),
    )


def test_an_item_of_a_list_goes_by_its_number_or_its_name(asked: Asked) -> None:
    container = "Deployment/orders-api/spec.template.spec.containers"

    assert asked(f"{container}[0].image") == asked(f"{container}[orders-api].image")


def test_what_the_library_prints_as_it_is_comes_from_the_chart_itself(asked: Asked) -> None:
    answer = asked("Deployment/orders-api/kind")

    assert (answer["fields"], answer["values"]) == ([], [])
    assert answer["notes"] == ["no field or value changes it: the library chart prints it as it is"]
    assert answer["printed"][0]["line"]


def test_what_helm_is_told_comes_from_the_release(asked: Asked) -> None:
    answer = asked("Deployment/orders-api/metadata.labels.app.kubernetes.io/instance")

    assert [one["path"] for one in answer["values"]] == ["the release: name"]
    assert answer["notes"] == ["no field changes it: it is what Helm is told of the release"]


def test_what_a_preset_says_for_an_environment_stands_below_the_service(asked: Asked) -> None:
    answer = asked("labels.tier")

    assert said(answer["fields"][0]) == [("preset house in production", "presets/house.py:10", "gold")]
    assert "values.yaml: commonLabels.tier" in [one["path"] for one in answer["values"]]
    assert asked("Deployment/orders-api/metadata.labels.tier")["fields"] == answer["fields"][:1]


def test_the_charts_name_and_version_come_from_the_service(asked: Asked) -> None:
    answer = asked("Deployment/orders-api/metadata.labels.helm.sh/chart")

    assert {"name", "version"} <= set(paths(answer["fields"]))
    assert {"Chart.yaml: name", "Chart.yaml: version"} <= {one["path"] for one in answer["values"]}


def test_waivers_of_what_rules_find_in_a_field_are_listed(asked: Asked) -> None:
    (field,) = asked("image.tag")["fields"]

    assert field["waivers"] == ["CG401 until 2999-12-31, team-orders: no releases yet (orders-api/service.py:12)"]
    assert asked("replicas")["fields"][0]["waivers"] == []


def test_locks_on_a_field_are_listed_with_their_waivers(asked: Asked) -> None:
    (most,), (least,) = asked("autoscaling.max_replicas")["fields"], asked("autoscaling.min_replicas")["fields"]

    assert most["locks"] == ["at most 20, by preset house (presets/house.py:7): the cluster has no more nodes"]
    assert most["waivers"] == []
    assert least["locks"] == ["at least 6, by preset house (presets/house.py:8): two a zone"]
    assert least["waivers"] == [
        "autoscaling.min_replicas until 2999-12-31, team-orders: little load (orders-api/service.py:13)"
    ]
    assert asked("autoscaling.min_replicas", environment="staging")["fields"][0]["locks"] == []


def test_an_image_that_whoever_deploys_has_pinned_stands_above_all_layers(asked: Asked, service: Path) -> None:
    (service / "chart").mkdir()
    (service / "chart" / "image-production.yaml").write_text('# pinned by CI\nimage:\n  tag: "9.9.9"\n')

    (value,) = asked("image.tag")["values"]
    (printed,) = asked("Deployment/orders-api/spec.template.spec.containers[0].image")["printed"]

    assert (value["value"], value["pinned"]["line"]) == ("9.9.9", 3)
    assert value["pinned"]["file"] == "orders-api/chart/image-production.yaml"
    assert printed["value"] == "ghcr.io/acme/orders-api:9.9.9"


def test_without_a_field_all_that_is_not_default_is_a_tree_with_origins(service: Path, run: Run) -> None:
    status, output, messages = run("explain", "orders-api", "-e", "production")

    lines = {" ".join(line.split()) for line in output.split("\n")}
    assert (status, messages) == (0, "")
    assert output.startswith("orders-api in production\n")
    assert "autoscaling" in lines
    assert (
        "min_replicas: 5 orders-api/service.py:18 environment production, over service: 3, over preset house: 2, "
        "locked, waived"
    ) in lines
    assert "max_replicas: 20 presets/house.py:5 preset house, locked" in lines
    assert not any("disruption_budget" in line for line in lines)


def test_without_an_environment_it_is_values_yaml_alone(service: Path, run: Run) -> None:
    output = run("explain", "orders-api", "autoscaling.min_replicas")[1]

    assert output.startswith("autoscaling.min_replicas (orders-api, values.yaml)\n")
    assert "set by   orders-api/service.py:9  service: 3" in output


def test_a_layer_that_takes_a_section_back_counts(asked: Asked) -> None:
    (field,) = asked("autoscaling.min_replicas", environment="staging")["fields"]

    assert field["value"] is None
    assert said(field)[0] == ("environment staging", "orders-api/service.py:16", None)


def test_a_field_of_what_is_not_set_says_so(asked: Asked) -> None:
    answer = asked("vpa.mode")

    assert answer["notes"] == ["vpa is not set here, and so nothing comes of it"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "autoscaling.min_replcas",
            "has no field 'autoscaling.min_replcas'\nhint: did you mean 'autoscaling.min_replicas'?",
        ),
        ("nonsense", "has no field 'nonsense'\nhint: chartgen explain without a field lists what is set"),
        ("Deploymnt/spec", "prints no object of kind 'Deploymnt'\nhint: did you mean 'Deployment'?"),
        (
            "HorizontalPodAutoscaler/spec.minReplica",
            "HorizontalPodAutoscaler/orders-api has no field 'spec.minReplica'\nhint: did you mean 'minReplicas'?",
        ),
        (
            "HorizontalPodAutoscaler",
            (
                "HorizontalPodAutoscaler/orders-api is a whole object\n"
                "hint: name one of its fields: HorizontalPodAutoscaler/orders-api/spec, or what is below"
            ),
        ),
    ],
)
def test_an_unknown_field_is_refused_with_what_was_meant(service: Path, run: Run, words: str, message: str) -> None:
    expected = f"error: orders-api/service.py: {message}\n"

    assert run("explain", "orders-api", "-e", "production", words) == (2, "", expected)


def test_an_unknown_environment_is_refused_with_what_was_meant(service: Path, run: Run) -> None:
    assert run("explain", "orders-api", "-e", "producton", "replicas") == (
        2,
        "",
        "error: orders-api/service.py: has no environment 'producton'\nhint: did you mean 'production'?\n",
    )


@pytest.mark.usefixtures("no_helm")
def test_without_helm_layers_and_values_are_told_and_how_to_get_the_rest(asked: Asked) -> None:
    answer = asked("autoscaling.min_replicas")

    assert answer["fields"][0]["value"] == 5
    assert next(one["path"] for one in answer["values"]) == "values.yaml: autoscaling.minReplicas"
    assert answer["printed"] == []
    assert answer["notes"] == [
        (
            "without Helm template lines and fields of manifests are left out, since they are found by rendering: "
            "pip install 'chartgen[helm]'"
        )
    ]


@pytest.mark.usefixtures("no_helm")
def test_without_helm_a_field_of_a_manifest_can_not_be_found(service: Path, run: Run) -> None:
    assert run("explain", "orders-api", "Service/spec.type") == (
        4,
        "",
        (
            "error: a field of a manifest is found by rendering, and there is no Helm\n"
            "hint: pip install 'chartgen[helm]'\n"
        ),
    )


@pytest.mark.helm
def test_an_executable_tells_the_same_as_the_embedded_helm(asked: Asked) -> None:
    program = next(str(path) for path in PROGRAMS.values() if path and path.is_file())

    assert asked("autoscaling.min_replicas", "--helm", program) == asked("autoscaling.min_replicas")


def test_a_helm_that_is_not_there_exits_4(service: Path, run: Run) -> None:
    assert run("explain", "orders-api", "replicas", "--helm", "/nowhere/helm")[0] == 4


HEAD = "from chartgen import *\nservice = Service(\n    image=Image(repository='ghcr.io/acme/x', tag='1'),\n"

ORDERS = """    name="orders",
    network_policy=NetworkPolicy(egress=[ProjectService("payment", port="grpc")]),
    environments={"production": Overlay()},
)
"""

PAYMENT = """    name="payment",
    ports={"http": 8080, "grpc": 9090},
    environments={"production": Overlay(
        ports={"grpc": 9443},
    )},
)
"""


@pytest.fixture
def shop(project: Path) -> Path:
    """A service that another one calls."""
    for name, text in (("orders", ORDERS), ("payment", PAYMENT)):
        (project / name).mkdir()
        (project / name / "service.py").write_text(HEAD + text)
    return project


def test_what_comes_from_another_service_names_the_line_of_its_file(shop: Path, run: Run) -> None:
    path = "NetworkPolicy/spec.egress[1].ports[0].port"
    status, output, _ = run("explain", "orders", "-e", "production", "--format", "json", path)

    answer = json.loads(output)
    *own, field = answer["fields"]
    assert paths(own) == ["network_policy.egress[0].port", "network_policy.egress[0].service"]
    assert (status, field["of"], field["path"], field["value"]) == (0, "payment", "payment: ports.grpc.port", 9443)
    assert said(field)[0] == ("environment production", "payment/service.py:7", 9443)
    assert not answer["notes"]


def test_a_value_that_comes_from_another_service_names_its_field(shop: Path, run: Run) -> None:
    output = run("explain", "orders", "-e", "production", "networkPolicy.egress[1].ports[0].port")[1]

    assert "payment: ports.grpc.port = 9443\n  set by   payment/service.py:7  environment production: 9443\n" in output


def test_a_field_that_reaches_other_services_says_whose(shop: Path, run: Run) -> None:
    of_port = run("explain", "payment", "-e", "production", "ports.grpc.port")[1]
    of_image = run("explain", "payment", "-e", "production", "image.tag")[1]

    note = "note: it reaches orders too, which names payment in its policies: chartgen explain orders networkPolicy"
    assert note in of_port
    assert "orders" not in of_image


def test_what_shows_a_key_of_a_map_comes_from_that_entry(asked: Asked) -> None:
    answer = asked("Deployment/orders-api/spec.template.spec.containers[0].ports[0].name")

    assert paths(answer["fields"]) == ["ports.http"]
    assert said(answer["fields"][0])[0][:2] == ("service", "orders-api/service.py:7")
    assert answer["notes"] == ["the key of ports.http is in it"]


def test_in_the_tree_a_key_with_dots_is_one_key(service: Path, run: Run) -> None:
    text = (service / "service.py").read_text()
    (service / "service.py").write_text(
        text.replace("    waivers=[", '    labels={"acme.com/tier": "gold"},\n    waivers=[', 1)
    )

    lines = {" ".join(line.split()) for line in run("explain", "orders-api")[1].split("\n")}
    assert "acme.com/tier" in lines
    assert 'value: "gold" orders-api/service.py:11 service' in lines


def test_in_the_tree_what_stands_alone_comes_before_sections(service: Path, run: Run) -> None:
    lines = run("explain", "orders-api", "-e", "production")[1].split("\n")

    assert lines[1].startswith('name: "orders-api" ')


def test_of_a_field_that_nothing_shows_it_is_said(asked: Asked) -> None:
    assert asked("image.tag")["notes"] == []
    assert asked("description")["notes"] == ["nothing that is printed differs with it, as things are"]


def test_what_goes_to_a_dependency_says_to_which(service: Path, run: Run) -> None:
    dependency = 'Dependency(version="1.2.3", repository="https://charts.example.com", values={"size": 3})'
    text = (service / "service.py").read_text().replace("import ", "import Dependency, ", 1)
    text = text.replace("    waivers=[", f'    dependencies={{"cache": {dependency}}},\n    waivers=[', 1)
    (service / "service.py").write_text(text)

    output = run("explain", "orders-api", "dependencies.cache.values.size")[1]

    assert "  values.yaml: cache.size = 3\n" in output
    assert "note: it goes to the chart cache, whose templates are not looked into: chartgen render shows" in output

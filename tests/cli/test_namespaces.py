"""A namespace goes the way of a service: new, generate, render, check; its presets are its own."""

from pathlib import Path

import pytest

from tests.conftest import Run

SERVICE = """from chartgen import Image, Service

service = Service(name="orders-api", presets=["platform"], image=Image(repository="orders", tag="1.0.0"))
"""
NAMESPACE = 'from chartgen import Namespace\n\nnamespace = Namespace(name="payments")\n'
PRESET = """from chartgen import NamespacePreset, Peer, Platform

preset = NamespacePreset(name="platform", platform=Platform(dns=Peer(namespace="kube-system")))
"""


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.helm
@pytest.mark.parametrize("words", [(), ("--yaml",)])
def test_a_new_namespace_is_well_at_once(project: Path, run: Run, words: tuple[str, ...]) -> None:
    assert run("new", "payments", "--kind", "namespace", *words)[0] == 0

    suffix = "yaml" if words else "py"
    assert sorted(path.name for path in (project / "payments").iterdir()) == ["chart", f"namespace.{suffix}"]
    assert run("check") == (0, "1 chart checked: all is well\n", "")


@pytest.mark.parametrize("option", ["--image", "--port"])
def test_a_namespace_has_no_image_and_no_port(project: Path, run: Run, option: str) -> None:
    status, _, messages = run("new", "payments", "--kind", "namespace", option, "80")

    assert status == 2
    assert f"{option}: goes with a service; a namespace has none" in messages
    assert list(project.iterdir()) == []


@pytest.mark.helm
def test_a_namespace_is_rendered_for_the_namespace_that_its_release_lives_in(project: Path, run: Run) -> None:
    write(project / "payments" / "namespace.py", NAMESPACE)

    status, text, _ = run("render", "payments")
    assert status == 0
    assert 'kind: Namespace\nmetadata:\n  name: "payments"' in text


def test_a_namespace_may_stand_in_a_file_of_any_name(project: Path, run: Run) -> None:
    write(project / "payments" / "service.py", NAMESPACE)

    assert run("generate", "-q")[0] == 0
    assert (project / "payments" / "chart" / "templates" / "namespace.yaml").is_file()


def test_services_and_namespaces_of_a_project_are_generated_together(project: Path, run: Run) -> None:
    write(project / "payments" / "namespace.py", NAMESPACE)
    write(project / "orders-api" / "service.py", SERVICE.replace('presets=["platform"], ', ""))

    assert run("generate", "-q", "--image-files")[0] == 0
    assert (project / "payments" / "chart").is_dir()
    assert (project / "orders-api" / "chart").is_dir()


def test_a_preset_for_namespaces_lies_below_a_namespace(project: Path, run: Run) -> None:
    write(project / "presets" / "platform.py", PRESET)
    write(project / "payments" / "namespace.py", NAMESPACE.replace('"payments"', '"payments", presets=["platform"]'))

    assert run("generate", "-q")[0] == 0
    assert "kube-system" in (project / "payments" / "chart" / "values.yaml").read_text(encoding="utf-8")


def test_a_preset_for_namespaces_is_refused_below_a_service(project: Path, run: Run) -> None:
    write(project / "presets" / "platform.py", PRESET)
    write(project / "orders-api" / "service.py", SERVICE)

    message = "error: orders-api/service.py:3: presets: lead to 'platform', which is a preset for a namespace\n"
    assert run("generate") == (2, "", message)


def test_presets_of_the_project_lie_below_what_they_are_for(project: Path, run: Run) -> None:
    write(project / "chartgen.toml", 'presets = ["platform", "http-api"]\n')
    write(project / "presets" / "platform.py", PRESET)
    write(project / "payments" / "namespace.py", NAMESPACE)
    write(project / "orders-api" / "service.py", SERVICE.replace('presets=["platform"], ', ""))

    assert run("generate", "-q")[0] == 0
    assert "kube-system" in (project / "payments" / "chart" / "values.yaml").read_text(encoding="utf-8")
    assert "replicaCount: 3" in (project / "orders-api" / "chart" / "values.yaml").read_text(encoding="utf-8")


def test_the_schema_of_namespace_yaml_is_asked_for_by_its_kind(run: Run) -> None:
    assert '"title": "chartgen namespace.yaml"' in run("schema", "--kind", "namespace")[1]
    assert '"title": "chartgen service.yaml"' in run("schema")[1]


def test_a_waiver_of_a_namespace_waives_nothing_yet(project: Path, run: Run) -> None:
    waiver = 'waivers=[Waiver(rule="CG401", reason="a", owner="b", until="2027-01-31")]'
    text = f'from chartgen import Namespace, Waiver\n\nnamespace = Namespace(name="payments", {waiver})\n'
    write(project / "namespace.py", text)

    assert "waives CG401, which finds nothing here" in run("generate")[2]


def test_a_presets_overlay_for_an_environment_reaches_namespaces_too(project: Path, run: Run) -> None:
    overlay = 'environments={"production": NamespaceOverlay(labels={"tier": "gold"})}, deprecated="use platform-2"'
    preset = f'from chartgen import *\npreset = NamespacePreset(name="platform", {overlay})\n'
    write(project / "presets" / "platform.py", preset)
    text = (
        'namespace = Namespace(name="payments", presets=["platform"], environments={"production": NamespaceOverlay()})'
    )
    write(project / "namespace.py", f"from chartgen import *\n{text}\n")

    status, _, messages = run("generate")
    assert (status, messages) == (
        0,
        "warning: namespace.py:2: presets: lead to 'platform', which is deprecated: use platform-2\n",
    )
    assert "tier: gold" in (project / "chart" / "values-production.yaml").read_text()
    assert "tier: gold" not in (project / "chart" / "values.yaml").read_text()

"""The library as charts carry it: found offline by every Helm command, changed by none, alone beside other versions."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from chartgen.assets import library_chart
from chartgen.charting import library

from .helms import Helm, of_kind
from .sample import changed, production, write_chart
from .table import everything

pytestmark = pytest.mark.helm

TEMPLATES = f"charts/{library.NAME}/templates/_library.tpl"


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def at_version(version: str, *replaced: tuple[str, str]) -> dict[str, str]:
    """The library as another version of it would be vendored."""
    text = library.vendored()[TEMPLATES].replace(f"chartgen.{library.VERSION}.", f"chartgen.{version}.")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    metadata = library.vendored()[f"charts/{library.NAME}/Chart.yaml"].replace(library.VERSION, version)
    return {TEMPLATES: text, f"charts/{library.NAME}/Chart.yaml": metadata}


def with_library(chart: Path, version: str, *replaced: tuple[str, str]) -> Path:
    """Turn a chart into one that another version of the library made."""
    for path, text in at_version(version, *replaced).items():
        (chart / path).write_text(text)
    for file in [*chart.glob("templates/**/*.yaml"), chart / "templates/NOTES.txt"]:
        file.write_text(file.read_text().replace(f"chartgen.{library.VERSION}.", f"chartgen.{version}."))
    metadata = json.loads((chart / "Chart.yaml").read_text())
    metadata["dependencies"][0]["version"] = version
    (chart / "Chart.yaml").write_text(json.dumps(metadata))
    (chart / "Chart.lock").unlink()
    return chart


def test_every_define_and_every_call_carries_the_version() -> None:
    text = library.vendored()[TEMPLATES]

    assert text.count('define "chartgen.') == len(list((library_chart() / "templates").glob("_*.tpl")))
    assert '"chartgen.' not in text.replace(f'"chartgen.{library.VERSION}.', "")


def test_defines_stand_in_the_order_of_their_names() -> None:
    lines = library.vendored()[TEMPLATES].splitlines()
    names = [line.split('"')[1].lower() for line in lines if line.startswith("{{- define")]

    assert names == sorted(names)


def test_the_dependency_names_the_library_as_it_is_vendored() -> None:
    metadata = (library_chart() / "Chart.yaml").read_text()

    assert library.dependency() == {"name": library.NAME, "version": library.VERSION, "repository": ""}
    assert f"name: {library.NAME}\n" in metadata
    assert f"version: {library.VERSION}\n" in metadata
    assert library.vendored() is library.vendored()


def test_the_digest_is_that_of_what_is_vendored() -> None:
    assert library.digest().startswith("sha256:")
    assert len(library.digest()) == len("sha256:") + 64


def test_helm_writes_the_same_lock(tmp_path: Path, helm_process: Helm) -> None:
    chart = write_chart(tmp_path / "orders-api", production())
    (chart / "Chart.lock").unlink()

    helm_process.run("dependency", "build", str(chart))

    def lines(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.startswith("generated:")]

    assert lines((chart / "Chart.lock").read_text()) == lines(library.chart_lock())


@pytest.mark.parametrize("command", ["build", "update", "list"])
def test_dependency_commands_change_nothing(tmp_path: Path, helm_process: Helm, command: str) -> None:
    chart = write_chart(tmp_path / "orders-api", production())
    before = contents(chart)

    helm_process.run("dependency", command, str(chart))

    assert contents(chart) == before


@pytest.mark.parametrize("flags", [[], ["--dependency-update"]])
def test_packaging_changes_nothing(tmp_path: Path, helm_process: Helm, flags: list[str]) -> None:
    chart = write_chart(tmp_path / "orders-api", production())
    before = contents(chart)

    helm_process.run("package", *flags, "--destination", str(tmp_path), str(chart))

    assert contents(chart) == before
    assert helm_process.manifests(tmp_path / "orders-api-0.1.0.tgz") == helm_process.manifests(chart)


def test_a_new_library_version_leaves_the_pods_byte_for_byte(helm: Helm, tmp_path: Path) -> None:
    def pod_template(chart: Path) -> str:
        return of_kind(helm.texts(chart), "Deployment").split("\n  template:\n")[1].rstrip("\n")

    old = write_chart(tmp_path / "old", everything())
    new = with_library(write_chart(tmp_path / "new", everything(), version="0.2.0"), "0.2.0")

    assert pod_template(old) == pod_template(new)


def test_two_library_versions_under_one_umbrella_each_render_their_own(helm: Helm, tmp_path: Path) -> None:
    umbrella = tmp_path / "umbrella"
    values = changed(production(), ingress=None)
    write_chart(umbrella / "charts" / "orders-api", values)
    billing = write_chart(umbrella / "charts" / "billing", values, name="billing")
    with_library(billing, "0.2.0", ("revisionHistoryLimit: {{", "minReadySeconds: 42\n  revisionHistoryLimit: {{"))
    entries = [{"name": name, "version": "0.1.0", "repository": ""} for name in ("orders-api", "billing")]
    metadata = {"apiVersion": "v2", "name": "umbrella", "version": "0.1.0", "dependencies": entries}
    (umbrella / "Chart.yaml").write_text(json.dumps(metadata))

    found = helm.manifests(umbrella, release="shop")

    assert found["Deployment/shop-billing"]["spec"]["minReadySeconds"] == 42
    assert "minReadySeconds" not in found["Deployment/shop-orders-api"]["spec"]


def test_a_chart_works_after_a_copy_to_anywhere(helm: Helm, tmp_path: Path) -> None:
    chart = write_chart(tmp_path / "here", production())

    shutil.copytree(chart, tmp_path / "there")

    assert helm.manifests(tmp_path / "there") == helm.manifests(chart)

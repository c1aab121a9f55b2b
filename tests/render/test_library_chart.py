"""What is true of every chart, whatever its values switch on and off."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]
import pytest

from chartgen.assets import library_chart
from chartgen.charting.values_models.namespace import NamespaceValues
from chartgen.charting.values_models.root import Values as ValuesModel
from chartgen.schemas.custom import defaults, is_custom
from chartgen.schemas.kubernetes import problems

from .helms import Helm, the_helm
from .sample import Values, write_chart
from .table import NEWER, toggles

pytestmark = pytest.mark.helm

Row = tuple[str, Values]
ROWS = toggles()
OLDEST, NEWEST = "1.30", "1.37"


@pytest.fixture(params=ROWS)
def row(request: pytest.FixtureRequest) -> Row:
    return ROWS[request.param]


def reference(chart: Path, release: str) -> dict[str, Any]:
    embedded = the_helm("embedded 4.2")
    assert embedded
    return embedded.manifests(chart, release=release)


def test_the_values_that_are_rendered_here_keep_the_contract(row: Row) -> None:
    _, values = row

    (NamespaceValues if "namespace" in values else ValuesModel).model_validate(values)


def test_all_helms_render_the_same_objects(row: Row, helm: Helm, tmp_path: Path) -> None:
    release, values = row
    chart = write_chart(tmp_path, values)

    assert helm.manifests(chart, release=release) == reference(chart, release)


@pytest.mark.parametrize("kubernetes", [OLDEST, NEWEST])
def test_kubernetes_takes_every_object_as_it_stands(row: Row, kubernetes: str, tmp_path: Path) -> None:
    release, values = row
    kubernetes = NEWEST if row is ROWS[NEWER] else kubernetes
    manifests = reference(write_chart(tmp_path, values), release)

    for manifest in manifests.values():
        if is_custom(manifest["apiVersion"]):
            assert list(problems(manifest, kubernetes)) == []
        else:
            kubernetes_validate.validate(manifest, kubernetes, strict=True)


def test_what_a_crd_would_fill_in_is_written_out(row: Row, tmp_path: Path) -> None:
    release, values = row

    for name, manifest in reference(write_chart(tmp_path, values), release).items():
        if is_custom(manifest["apiVersion"]):
            assert [path for path, _ in defaults(manifest) if path[0] == "spec"] == [], name


def test_lint_has_nothing_to_say(row: Row, helm_process: Helm, tmp_path: Path) -> None:
    _, values = row
    chart = write_chart(tmp_path / "orders-api", values)

    said = helm_process.run("lint", "--strict", str(chart))

    assert "WARN" not in said
    assert "ERROR" not in said
    assert "1 chart(s) linted, 0 chart(s) failed" in said


def test_manifests_read_as_if_written_by_hand(row: Row, one_helm: Helm, tmp_path: Path) -> None:
    release, values = row

    for text in one_helm.texts(write_chart(tmp_path, values), release=release):
        lines = text.rstrip("\n").split("\n")
        assert [line for line in lines if not line.strip() or line != line.rstrip()] == []
        assert [line for line in lines if line.lstrip(" -") == "" and line.strip() != "---"] == []
        assert lines[0].startswith("apiVersion: ")
        assert "{{" not in text
        assert "<no value>" not in text


def test_nothing_empty_is_printed(row: Row, tmp_path: Path) -> None:
    release, values = row

    for name, manifest in reference(write_chart(tmp_path, values), release).items():
        meaningful = {"emptyDir", "value", "group", "podSelector", "apiGroups", "restartPolicyRules"}  # the last is raw
        found = [path for path in empty(manifest) if not {*path[-2:]} & meaningful]
        assert found == [], name


def test_a_switched_off_object_leaves_no_document(helm: Helm, tmp_path: Path) -> None:
    release, values = ROWS["all toggles off"]

    found = helm.manifests(write_chart(tmp_path, values), release=release)

    assert {name.split("/")[0] for name in found} == {"ConfigMap", "Deployment", "Service"}


def test_a_chart_of_the_least_is_a_deployment_and_its_account(helm: Helm, tmp_path: Path) -> None:
    release, values = ROWS["the least"]

    found = helm.manifests(write_chart(tmp_path, values), release=release)

    assert sorted(found) == ["Deployment/orders-api", "ServiceAccount/orders-api"]


def test_templates_decide_nothing_that_python_could_have_decided() -> None:
    """Only a patch is merged: it is laid over what Helm has just printed, which Python never sees."""
    banned = (
        r"(?<!\.)\b"
        r"(fail|required|merge\w*|mustMerge\w*|tpl|lookup|rand\w*|now|uuidv4|gen[A-Z]\w+|mustToYaml|toYamlPretty)\b"
    )

    for file in (library_chart() / "templates").iterdir():
        actions = " ".join(re.findall(r"\{\{(?!/\*).*?\}\}", file.read_text().split("*/}}", 1)[1], re.DOTALL))
        allowed = actions.replace("mergeOverwrite", "") if file.name == "_patched.tpl" else actions
        assert not re.search(banned, allowed), file.name
        assert ".Capabilities" not in actions, file.name
        assert set(re.findall(r"\.Chart\.(\w+)", actions)) <= {"Name", "Version", "AppVersion"}, file.name


def test_the_library_loads_without_a_process_or_a_yaml_reader() -> None:
    code = "import sys, chartgen.charting.library as it; it.vendored(); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert {"subprocess", "yaml", "pydantic", "typer", "jinja2"}.isdisjoint(modules)


def empty(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Paths of nulls, empty texts, empty maps and empty lists."""
    if node in (None, "", {}, []):
        yield path
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from empty(value, (*path, key))
    elif isinstance(node, list):
        for value in node:
            yield from empty(value, (*path, "[]"))

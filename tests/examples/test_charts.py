"""The examples' committed charts: fresh, equal on every Helm, valid on the oldest and newest Kubernetes, pinned."""

import json
import tarfile
from pathlib import Path
from typing import Any

import helm_python
import kubernetes_validate  # type: ignore[import-untyped]
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from chartgen import Namespace, yamlio
from chartgen.charting import dependencies
from chartgen.charting.values import namespace
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_models.namespace import NamespaceValues
from chartgen.charting.values_models.root import Values
from chartgen.helm import Embedded, Engine
from chartgen.planning import _presets, namespace_specs_of, open_project, plan, specs_of
from chartgen.schemas.custom import is_custom
from chartgen.schemas.kubernetes import problems
from tests.conftest import Run
from tests.examples.cases import (
    EXAMPLES,
    PROJECTS,
    cases,
    charts,
    charts_of_acme,
    environments,
    name,
    title,
    values_files,
)

NEWEST = "1.37.0"
OF_DEPENDENCIES = {"audit-relay"}
"""Keys of values that belong to another chart."""


class ManifestFile(SingleFileSnapshotExtension):
    """A plain file of YAML a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "yaml"


@pytest.fixture(scope="module")
def full_values() -> dict[Path, dict[str, dict[str, Any]]]:
    """The full values of every example's chart, by environment."""
    plans = [(project, one) for project in map(open_project, PROJECTS) for one in plan(project, None)]
    found = {}
    for project, one in plans:
        presets = _presets(project, one.service)
        if isinstance(one.service.service, Namespace):
            spaces = namespace_specs_of(project, one.service, presets)
            whole = namespace.complete([namespace.values(resolved.spec) for resolved in spaces.values()])
        else:
            specs = specs_of(project, one.service, presets)
            every = [resolved.spec for resolved in specs.values()]
            whole = dependencies.beside(every, complete([values(spec) for spec in every]))
        found[one.chart.folder] = dict(zip(one.images, whole, strict=True))
    return found


def render(engine: Engine, chart: Path, environment: str, release: str = "orders", sets: tuple[str, ...] = ()) -> str:
    files = values_files(chart, environment)
    return engine.render(chart, release=release, values_files=files, sets=sets, kube_version=NEWEST)


def by_title(text: str) -> dict[str, Any]:
    """Manifests by kind and name."""
    return {f"{m['kind']} {m['metadata']['name']}": m for m in yamlio.read_manifests(text)}


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_every_committed_chart_is_what_would_be_generated(
    folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(folder)

    assert run("generate", "--check") == (0, "", "")


@pytest.mark.helm
@pytest.mark.parametrize("case", cases(), ids=title)
def test_manifests_are_pinned(case: tuple[Path, str], snapshot: SnapshotAssertion) -> None:
    text = render(Embedded(), *case)

    assert _in_order(text) == snapshot(extension_class=ManifestFile)


@pytest.mark.helm
@pytest.mark.parametrize("case", cases(), ids=title)
def test_every_helm_renders_the_same(case: tuple[Path, str], engine: Engine) -> None:
    assert by_title(render(engine, *case)) == by_title(render(Embedded(), *case))


@pytest.mark.helm
@pytest.mark.parametrize("chart", [*charts(), *charts_of_acme()], ids=name)
def test_every_helm_finds_nothing_to_lint(chart: Path, engine: Engine) -> None:
    assert engine.lint(chart, kube_version=NEWEST) == []


@pytest.mark.helm
@pytest.mark.parametrize("version", ["1.30", "1.37"])
@pytest.mark.parametrize("case", cases(), ids=title)
def test_kubernetes_takes_every_manifest_by_its_strict_schemas(case: tuple[Path, str], version: str) -> None:
    for manifest in yamlio.read_manifests(render(Embedded(), *case)):
        if is_custom(manifest["apiVersion"]):
            assert list(problems(manifest, version)) == []
        else:
            kubernetes_validate.validate(manifest, version, strict=True)


@pytest.mark.helm
@pytest.mark.parametrize("case", [case for case in cases() if case[1]], ids=title)
def test_helms_merge_of_values_and_delta_is_the_full_values(
    case: tuple[Path, str], full_values: dict[Path, dict[str, dict[str, Any]]]
) -> None:
    chart, environment = case

    delta = helm_python.values_from_yaml((chart / f"values-{environment}.yaml").read_text())
    with helm_python.Chart.load(chart) as loaded:
        merged = {key: value for key, value in loaded.merge_values(delta).items() if key != "chartgen-library"}
    full = full_values[chart][environment]
    for key in OF_DEPENDENCIES & full.keys():  # what the other chart says itself is there as well
        merged[key] = {inner: value for inner, value in merged[key].items() if inner in full[key]}
    assert json.dumps(merged, sort_keys=True) == json.dumps(full, sort_keys=True)


def test_the_full_values_are_what_their_models_say(full_values: dict[Path, dict[str, dict[str, Any]]]) -> None:
    for environments_of_one in full_values.values():
        for full in environments_of_one.values():
            own = {key: value for key, value in full.items() if key not in OF_DEPENDENCIES}
            (NamespaceValues if "namespace" in full else Values).model_validate(own)


def test_a_service_as_data_gives_the_same_chart_byte_for_byte() -> None:
    as_code, as_data = EXAMPLES / "orders-api" / "chart", EXAMPLES / "orders-api-yaml" / "chart"

    assert _bytes(as_data) == _bytes(as_code)


@pytest.mark.helm
def test_two_previews_live_in_one_namespace_without_a_name_in_common(engine: Engine) -> None:
    chart = EXAMPLES / "preview" / "chart"

    def preview(number: int) -> dict[str, Any]:
        host = f"pr-{number}.example.com"
        sets = (f"image.tag=pr-{number}", f"ingress.hosts[0].host={host}", f"ingress.tls[0].hosts[0]={host}")
        return by_title(render(engine, chart, "preview", release=f"pr-{number}", sets=sets))

    seven, eight = preview(7), preview(8)
    assert not seven.keys() & eight.keys()
    ingress = seven["Ingress pr-7-storefront"]["spec"]
    assert [rule["host"] for rule in ingress["rules"]] == ["pr-7.example.com"]
    assert ingress["tls"][0]["secretName"] == "pr-7-storefront-tls"
    container = seven["Deployment pr-7-storefront"]["spec"]["template"]["spec"]["containers"][0]
    assert container["image"] == "ghcr.io/acme/storefront:pr-7"


@pytest.mark.helm
def test_a_changed_tag_beside_the_digest_is_refused_with_the_flags_to_use(engine: Engine) -> None:
    from chartgen.helm import RenderFailed

    with pytest.raises(RenderFailed, match=r"--set image\.digest="):
        render(engine, EXAMPLES / "orders-api" / "chart", "production", sets=("image.tag=2.0.0",))


@pytest.mark.helm
def test_the_relay_runs_in_production_alone(engine: Engine) -> None:
    chart = EXAMPLES / "legacy-erp" / "chart"

    relays = [name for name in by_title(render(engine, chart, "production")) if "audit-relay" in name]
    assert relays == ["ConfigMap orders-audit-relay", "Deployment orders-audit-relay"]
    assert [name for name in by_title(render(engine, chart, "staging")) if "audit-relay" in name] == []


def test_the_committed_archive_holds_the_chart_beside_it() -> None:
    folder = EXAMPLES / "legacy-erp" / "audit-relay"
    with tarfile.open(EXAMPLES / "legacy-erp" / "chart" / "charts" / "audit-relay-0.3.0.tgz") as archive:
        names = [name for name in archive.getnames() if not name.endswith("/Chart.yaml")]  # which Helm writes anew
        packed = {name: archive.extractfile(name).read() for name in names}  # type: ignore[union-attr]

    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "Chart.yaml"]
    assert packed == {str(path.relative_to(folder.parent)): path.read_bytes() for path in files}


def test_examples_have_the_environments_that_they_promise() -> None:
    exceptions = {"minimal": [], "preview": ["preview", "production"]}

    for chart in charts():
        assert environments(chart) == exceptions.get(chart.parent.name, ["production", "staging"]), chart
    for chart in charts_of_acme():
        assert environments(chart) == ["development", "production", "staging"], chart


def _in_order(text: str) -> str:
    """By kind and name, as one readable file."""
    documents = [part for part in text.split("---\n") if part.strip()]
    return "---\n" + "---\n".join(sorted(documents, key=lambda part: part.split("\n", 1)[0]))


def _bytes(chart: Path) -> dict[str, bytes]:
    return {str(path.relative_to(chart)): path.read_bytes() for path in chart.rglob("*") if path.is_file()}

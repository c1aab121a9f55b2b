"""Each Helm, on a chart small enough to know what it must say."""

import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from chartgen.errors import ToolError
from chartgen.helm import Embedded, Engine, Process, RenderFailed, find
from chartgen.helm.documents import join
from chartgen.helm.engine import trimmed

CHART = {
    "Chart.yaml": "apiVersion: v2\nname: tiny\nversion: 0.1.0\nicon: https://example.com/icon.svg\n",
    "values.yaml": 'hosts: [{host: a, path: /}]\nlabels: {one: "1", two: "2"}\nsize: 1\n',
    "values.schema.json": json.dumps({"properties": {"size": {"type": "integer"}}}),
    "templates/a.yaml": """\
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-test
  annotations:
    "helm.sh/hook": test
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec: {selector: {matchLabels: {a: b}}}
""",
    "templates/b.yaml": """\
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
data:
  values: {{ .Values | toJson | quote }}
  kubernetes: {{ .Capabilities.KubeVersion.Version | quote }}
  text: |
    one
    ---
    two
""",
    "templates/empty.yaml": "{{- if .Values.absent }}\na: b\n{{- end }}\n",
    "templates/NOTES.txt": "Well done.\n",
}


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    for name, text in CHART.items():
        write(folder / name, text)
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def render(engine: Engine, chart: Path, files: Sequence[Path] = (), sets: Sequence[str] = ()) -> str:
    return engine.render(chart, release="shop", values_files=files, sets=sets, kube_version="1.31.0", namespace="n")


def data(engine: Engine, chart: Path, files: Sequence[Path] = (), sets: Sequence[str] = ()) -> dict[str, Any]:
    found: dict[str, Any] = next(yaml.safe_load_all(render(engine, chart, files, sets)))["data"]
    return found


def values(engine: Engine, chart: Path, files: Sequence[Path] = (), sets: Sequence[str] = ()) -> Any:
    return json.loads(data(engine, chart, files, sets)["values"])


@pytest.mark.helm
def test_documents_come_in_the_order_of_installation_hooks_last_and_no_notes(engine: Engine, chart: Path) -> None:
    text = render(engine, chart)

    assert [one["kind"] for one in yaml.safe_load_all(text)] == ["ConfigMap", "Deployment", "Job"]
    assert [line for line in text.splitlines() if line.startswith("# Source:")] == [
        "# Source: tiny/templates/b.yaml",
        "# Source: tiny/templates/a.yaml",
        "# Source: tiny/templates/a.yaml",
    ]


@pytest.mark.helm
def test_every_helm_renders_what_the_embedded_one_does(engine: Engine, chart: Path) -> None:
    def parsed(one: Engine) -> list[Any]:
        return list(yaml.safe_load_all(render(one, chart, sets=["labels.three=3"])))

    assert parsed(engine) == parsed(Embedded())


@pytest.mark.helm
@pytest.mark.parametrize("version", ["1.31.0", "v1.31.0"])
def test_a_template_meets_the_kubernetes_that_is_asked_for(engine: Engine, chart: Path, version: str) -> None:
    text = engine.render(chart, release="shop", kube_version=version)

    assert 'kubernetes: "v1.31.0"' in text


@pytest.mark.helm
def test_later_files_win_maps_merge_lists_are_replaced_and_null_takes_back(
    engine: Engine, chart: Path, tmp_path: Path
) -> None:
    first = write(tmp_path / "first.yaml", "labels: {one: null, three: '3'}\nhosts: [{host: b}]\nsize: 2\n")
    second = write(tmp_path / 'a, "second".yaml', "size: 3\nlabels: {three: '4'}\n")

    assert values(engine, chart, [first, second]) == {
        "hosts": [{"host": "b"}],
        "labels": {"two": "2", "three": "4"},
        "size": 3,
    }


@pytest.mark.helm
@pytest.mark.parametrize(
    ("given", "key", "expected"),
    [
        ("size=5,labels.one=a", "labels", {"one": "a", "two": "2"}),
        ("labels.two=null", "labels", {"one": "1"}),
        (r"labels.one=a\,b\[0]", "labels", {"one": "a,b[0]", "two": "2"}),
        ("hosts[0].host=c", "hosts", [{"host": "c", "path": "/f"}, {"host": "g"}]),
        ("hosts[1].path=/c", "hosts", [{"host": "f", "path": "/f"}, {"host": "g", "path": "/c"}]),
        ("hosts[2].host=h,labels.one=b", "hosts", [{"host": "f", "path": "/f"}, {"host": "g"}, {"host": "h"}]),
        ("hosts={x,y},labels.one=a[0]", "hosts", ["x", "y"]),
        ("hosts={x,y},hosts[1]=z", "hosts", ["x", "z"]),
    ],
)
def test_sets_lie_over_the_files(
    engine: Engine, chart: Path, tmp_path: Path, given: str, key: str, expected: object
) -> None:
    file = write(tmp_path / "file.yaml", "hosts: [{host: f, path: /f}, {host: g}]\n")

    assert values(engine, chart, [file], [given])[key] == expected


@pytest.mark.helm
def test_a_block_of_text_may_hold_what_looks_like_a_separator(engine: Engine, chart: Path) -> None:
    assert data(engine, chart)["text"] == "one\n---\ntwo\n"


@pytest.mark.helm
@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("a: {{ fail `no luck` }}", "execution error at (tiny/templates/c.yaml:1:6): no luck"),
        ("a: {{ .Values.b.c }}", "nil pointer evaluating interface {}.c"),
        ("a: {{ if }}", "parse error at (tiny/templates/c.yaml:1): missing value for if"),
    ],
)
def test_what_a_template_refuses_is_told_in_helms_words(
    engine: Engine, chart: Path, template: str, message: str
) -> None:
    write(chart / "templates" / "c.yaml", template)

    with pytest.raises(RenderFailed) as failure:
        render(engine, chart)

    assert message in str(failure.value)
    assert "Error:" not in str(failure.value)
    assert "--debug" not in str(failure.value)
    assert failure.value.exit_code == 4


@pytest.mark.helm
def test_what_the_schema_refuses_is_told_with_its_path(engine: Engine, chart: Path) -> None:
    with pytest.raises(RenderFailed, match=r"(?s)values don't meet the specifications.*tiny:\n- .*size.*nteger"):
        render(engine, chart, sets=["size=large"])


@pytest.mark.helm
@pytest.mark.parametrize("release", ["Shop", "-f", "s" * 54])
def test_a_release_name_that_helm_refuses_is_refused(engine: Engine, chart: Path, release: str) -> None:
    with pytest.raises(RenderFailed, match="release name"):
        engine.render(chart, release=release, kube_version="1.31.0")


@pytest.mark.helm
def test_what_cannot_be_read_is_refused(engine: Engine, chart: Path, tmp_path: Path) -> None:
    broken = write(tmp_path / "broken.yaml", "a: [")

    for files in ([tmp_path / "absent.yaml"], [broken]):
        with pytest.raises(RenderFailed):
            render(engine, chart, files)
    with pytest.raises(RenderFailed):
        render(engine, tmp_path / "absent")
    with pytest.raises(RenderFailed, match="has no value"):
        render(engine, chart, sets=["a"])


@pytest.mark.helm
def test_a_clean_chart_lints_clean(engine: Engine, chart: Path) -> None:
    assert engine.lint(chart, kube_version="1.31.0") == []


@pytest.mark.helm
def test_lint_tells_errors_one_by_one(engine: Engine, chart: Path, tmp_path: Path) -> None:
    write(chart / "templates" / "c.yaml", "a: [\n")
    file = write(tmp_path / "file.yaml", "size: large\n")

    [values_are_wrong, *_] = engine.lint(chart, values_files=[file], kube_version="1.31.0")
    [template_is_wrong] = engine.lint(chart, kube_version="1.31.0")

    assert values_are_wrong.startswith(("values.yaml: - at '/size'", "values.yaml: - size:"))
    assert template_is_wrong.startswith("templates/c.yaml: unable to parse YAML")


@pytest.mark.helm
def test_threads_may_share_an_engine(engine: Engine, chart: Path) -> None:
    sizes = range(24)

    with ThreadPoolExecutor(4) as pool:
        rendered = pool.map(lambda size: values(engine, chart, sets=[f"size={size}"])["size"], sizes)

    assert list(rendered) == list(sizes)


def test_the_embedded_helm_comes_first() -> None:
    assert isinstance(find(), Embedded)


@pytest.mark.helm
def test_without_the_extra_it_is_the_helm_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    helm = executable(tmp_path / "helm", "v3.17.0")
    monkeypatch.setitem(sys.modules, "helm_python", None)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    found = find()

    assert (found.name, found.version) == (str(helm), "v3.17.0")


def test_without_any_helm_the_hint_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "helm_python", None)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ToolError, match="there is no Helm to render with") as failure:
        find()

    assert failure.value.hint == "pip install 'chartgen[helm]'"


@pytest.mark.helm
def test_the_helm_that_is_named_is_used(tmp_path: Path) -> None:
    helm = executable(tmp_path / "helm", "v4.3")

    found = find(str(helm))

    assert isinstance(found, Process)
    assert found.name == str(helm)


@pytest.mark.helm
@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("v3.16.4", "is Helm v3.16.4; chartgen needs 3.17 or later"),
        ("v2.9.1", "is Helm v2.9.1; chartgen needs 3.17 or later"),
        ("hello", "is no Helm 3 or 4: .* says 'hello'"),
    ],
)
def test_what_is_no_helm_or_too_old_is_refused(tmp_path: Path, says: str, message: str) -> None:
    helm = executable(tmp_path / "helm", says)

    with pytest.raises(ToolError, match=message):
        find(str(helm))


def test_a_name_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="no such executable"):
        find(str(tmp_path / "helm"))


@pytest.mark.helm
def test_a_file_that_is_no_program_is_refused(tmp_path: Path) -> None:
    helm = write(tmp_path / "helm", "\x00no program")
    helm.chmod(0o755)

    with pytest.raises(ToolError, match="can't be run"):
        find(str(helm))


def executable(path: Path, says: str) -> Path:
    write(path, f"#!/bin/sh\necho '{says}'\n").chmod(0o755)
    return path


def test_kinds_that_helm_does_not_know_come_last_by_name() -> None:
    files = {f"t/{kind}.yaml": f"kind: {kind}" for kind in ("Zebra", "HTTPRoute", "Ingress", "Service")}

    assert [one["kind"] for one in yaml.safe_load_all(join(files))] == ["Service", "Ingress", "HTTPRoute", "Zebra"]


def test_a_message_is_told_without_what_surrounds_it() -> None:
    noisy = "WARNING: a file is group-readable\nlevel=WARN msg=x\nError: it is so\n\nUse --debug flag to render out\n"

    assert trimmed(noisy) == "it is so"

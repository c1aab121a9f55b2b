"""The Helms that charts have to work on, as functions from a chart folder to manifests; and Helm's own YAML parser."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import helm_python
import yaml

from tests.helms import PROGRAMS

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Helm:
    """One Helm; the embedded one has no program."""

    name: str
    program: Path | None

    def texts(
        self,
        chart: Path,
        *,
        release: str = "orders-api",
        values: Mapping[str, Any] | None = None,
        arguments: Sequence[str] = (),
    ) -> list[str]:
        """Render to the text of each document that is not empty, notes left out."""
        if self.program is None:
            files = helm_python.Chart.load(str(chart)).render(dict(values or {}), name=release, namespace="shop")
            rendered = [text for path, text in sorted(files.items()) if not path.endswith("NOTES.txt")]
            return [text for one in rendered for text in one.split("\n---\n") if text.strip()]
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as overlay:
            overlay.write(json.dumps(values or {}, ensure_ascii=False) + "\n")
            overlay.flush()
            words = ["template", release, str(chart), "--namespace", "shop", "--kube-version", "1.37.0"]
            out = self.run(*words, "--values", overlay.name, *arguments)
        return [text for text in f"\n{out}".split("\n---\n") if text.strip()]

    def manifests(
        self,
        chart: Path,
        *,
        release: str = "orders-api",
        values: Mapping[str, Any] | None = None,
        arguments: Sequence[str] = (),
    ) -> dict[str, Manifest]:
        """Render to what there is by kind and name: ``Deployment/orders-api``."""
        texts = self.texts(chart, release=release, values=values, arguments=arguments)
        objects = [parsed(text) for text in texts]
        found = {f"{one['kind']}/{one['metadata']['name']}": one for one in objects}
        assert len(found) == len(objects), "two objects of one kind and name"
        return found

    def run(self, *words: str, cwd: Path | None = None, code: int = 0) -> str:
        """Run the program, and return what it prints."""
        assert self.program is not None
        done = subprocess.run(
            [str(self.program), *words], cwd=cwd, capture_output=True, text=True, check=False, encoding="utf-8"
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout


def the_helm(name: str) -> Helm | None:
    """Find the Helm of that name, if it is installed."""
    program = PROGRAMS[name]
    return Helm(name, program) if program is None or program.exists() else None


def of_kind(texts: Sequence[str], kind: str) -> str:
    """Pick the one document of that kind, as text."""
    [text] = [one for one in texts if f"\nkind: {kind}\n" in one]
    return text


def in_order(text: str) -> Manifest:
    """One document with its keys in the order in which they stand; PyYAML's reading of scalars is not Helm's."""
    document: Manifest = yaml.safe_load(text)
    return document


def parsed(text: str) -> Manifest:
    """One document as Helm reads it (YAML 1.1 in part, as PyYAML does not), refused where a key stands twice."""
    _refuse_duplicates(yaml.compose(text))
    [out] = _judge().render({"text": text}, name="judge", namespace="judge").values()
    document: Manifest = json.loads(out)
    assert "Error" not in document, document
    return document


@cache
def _judge() -> helm_python.Chart:
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "templates").mkdir()
        (folder / "Chart.yaml").write_text("apiVersion: v2\nname: judge\nversion: 0.1.0\n")
        (folder / "templates" / "judge.yaml").write_text("{{ .Values.text | fromYaml | toJson }}")
        return helm_python.Chart.load(str(folder))
    finally:
        shutil.rmtree(folder)


def _refuse_duplicates(node: yaml.Node | None) -> None:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice: {keys}"
        for _, value in node.value:
            _refuse_duplicates(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_duplicates(value)

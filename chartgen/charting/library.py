"""The library chart as a chart carries it: unpacked, its defines joined in one file, its version in their names.

Named templates are global in Helm: under one umbrella chart, two library versions with the same names would render
each other's objects. So ``chartgen.<thing>`` in the source is ``chartgen.<version>.<thing>`` in a chart.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from chartgen.assets import library_chart

NAME: Final = "chartgen-library"
"""The library chart's name, as Chart.yaml's dependencies and the values schema know it."""


def _stated_version() -> str:
    """From Chart.yaml without a YAML reader: a line of our own making."""
    text = (library_chart() / "Chart.yaml").read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if line.startswith("version: ")).removeprefix("version: ")


VERSION: Final = _stated_version()
"""The library chart's version."""

_DEFINE = re.compile(r"\bchartgen\.(?=[a-z][A-Za-z]*\b)")


@cache
def vendored() -> Mapping[str, str]:
    """The library's files by their path in a chart."""
    source = library_chart()
    folder = f"charts/{NAME}"
    chart_yaml = (source / "Chart.yaml").read_text(encoding="utf-8")
    return MappingProxyType({f"{folder}/Chart.yaml": chart_yaml, f"{folder}/templates/_library.tpl": _joined()})


@cache
def digest() -> str:
    """The sha256 of the library as vendored: equal digests, equal manifests from equal values."""
    return f"sha256:{sha256(json.dumps(dict(vendored()), sort_keys=True).encode()).hexdigest()}"


def dependency() -> dict[str, str]:
    """The entry in Chart.yaml. No repository: what is vendored unpacked is what Helm takes, online or not."""
    return {"name": NAME, "version": VERSION, "repository": ""}


def chart_lock(further: Sequence[Mapping[str, Any]] = ()) -> str:
    """Chart.lock as ``helm dependency build`` would write it, but for the time, which is fixed.

    Helm's digest is that of the dependencies wished for and the dependencies found, as compact JSON.
    """
    wished = [dependency(), *further]
    found = [{key: one[key] for key in ("name", "version", "repository")} for one in wished]
    locked = sha256(json.dumps([wished, found], separators=(",", ":")).encode()).hexdigest()
    entries = (
        f"- name: {one['name']}\n  repository: {json.dumps(one['repository'])}\n  version: {one['version']}\n"
        for one in found
    )
    return f'dependencies:\n{"".join(entries)}digest: sha256:{locked}\ngenerated: "1970-01-01T00:00:00Z"\n'


def stamped(text: str, version: str = VERSION) -> str:
    """Template text with the library's version in the names of its defines."""
    return _DEFINE.sub(f"chartgen.{version}.", text)


def _joined() -> str:
    """All defines in the order of their names."""
    title = f"{{{{/* {NAME} {VERSION}: the templates of charts made by chartgen. Made from one file a define. */}}}}\n"
    files = sorted((library_chart() / "templates").glob("_*.tpl"), key=lambda file: file.name.lower())
    return "\n".join([title, *(stamped(file.read_text(encoding="utf-8")) for file in files)])

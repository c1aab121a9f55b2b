"""Charts in folders of the project that a service's chart depends on by ``file://``, and what a chart says it is."""

import re
from pathlib import Path

from chartgen.models.dependencies import EXACT
from chartgen.project.lines import show

_SCHEME = "file://"
_STATED = re.compile(r"^(name|version):[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


def stated(chart_yaml: str) -> tuple[str, str]:
    """Name and version in the text of any Chart.yaml."""
    said = dict(_STATED.findall(chart_yaml))
    return said.get("name", ""), said.get("version", "")


def wrong(chart: Path, repository: str, name: str, version: str, root: Path) -> tuple[str, str, str] | None:
    """What is wrong with a dependency on a folder, seen from the chart's: the field, the problem, the hint."""
    if not repository.startswith(_SCHEME):
        return None
    folder = (chart / repository.removeprefix(_SCHEME)).resolve()
    if not folder.is_relative_to(root.resolve()):
        return "repository", f"is {repository!r}, which leads out of the project", _COPY
    file = folder / "Chart.yaml"
    if not file.is_file():
        return "repository", f"is {repository!r}, and there is no {show(file)}", _FROM_HERE.format(chart.name)
    there, its_version = stated(file.read_text(encoding="utf-8", errors="replace"))
    if there != name:
        return "repository", f"holds the chart {there!r}, and not {name!r}", f'write chart="{there}"'
    if EXACT.fullmatch(version) and version != its_version:
        return "version", f"is {version!r}, and {show(file)} says {its_version!r}", f'write version="{its_version}"'
    return None


_COPY = "keep the chart in the project, or publish it and name its https:// or oci:// address"
_FROM_HERE = "the path starts in the chart's folder: file://../relay is the folder relay beside {}/"

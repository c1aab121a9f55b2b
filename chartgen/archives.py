"""Charts that a chart depends on: which of them are in its ``charts/``, and a chart that renders without the others.

Helm renders no chart that lacks an archive in ``charts/``, even where its condition is false; Helm as a library renders
it without a word, even where the condition is true; and all of them render an archive of a version that Chart.yaml does
not ask for, without asking its condition.
"""

import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from chartgen import disk, yamlio
from chartgen.charting.dependencies import Entry, is_enabled
from chartgen.errors import InvalidInput, ToolError
from chartgen.layering.merge import merge
from chartgen.planning import Plan
from chartgen.project.local_charts import stated
from chartgen.yamlio.text import MAX_BYTES

_SWITCH = re.compile(r"(?:^|,)([-A-Za-z0-9_]+)\.([-A-Za-z0-9_]+)=(true|false)(?=,|$)")
_CHART_YAML = re.compile(r"[^/]+/Chart\.yaml")


class MissingArchive(ToolError):
    """A chart that is to be installed with this one has not been fetched."""


def fill(plan: Plan, folder: Path) -> list[Entry]:
    """Give a chart in a temporary folder what was fetched for it; what was not is left out of Chart.yaml, and told."""
    there = dict(_there(plan.chart.folder)) if plan.dependencies else {}
    missing = []
    for entry in plan.dependencies:
        paths = [path for path, said in there.items() if _is(entry, *said)]
        disk.carry_over(plan.chart.folder, folder, paths)
        missing += [] if paths else [entry]
    if missing:
        file = folder / "Chart.yaml"
        text = _leave_out(missing, file.read_text(encoding="utf-8"))
        file.unlink()
        disk.make({file: text})
    return missing


def rendered(plan: Plan, empty: Path) -> tuple[Path, list[Entry]]:
    """The chart as it stands on disk; where archives are missing or old, a copy without them, and which are missing."""
    folder = plan.chart.folder
    there = dict(_there(folder)) if plan.dependencies else {}
    names = {entry.chart for entry in plan.dependencies}
    ours = {path: said for path, said in there.items() if said[0] in names}
    if all(any(_is(entry, *said) for said in ours.values()) for entry in plan.dependencies) and all(
        any(_is(entry, *said) for entry in plan.dependencies) for said in ours.values()
    ):
        return folder, []
    copy = empty / folder.name
    disk.copy(folder, copy, without=ours)
    return copy, fill(plan, copy)


def alone(plan: Plan) -> Mapping[str, str]:
    """The chart's own files, which need no other chart."""
    if not plan.dependencies:
        return plan.chart.files
    return {**plan.chart.files, "Chart.yaml": _leave_out(plan.dependencies, plan.chart.files["Chart.yaml"])}


def refuse_missing(missing: Sequence[Entry], plan: Plan, files: Sequence[Path], sets: Sequence[str] = ()) -> None:
    """Refuse where one that is missing is enabled by the values files, the later above the earlier, and ``--set``."""
    if not missing:
        return
    values = merge([*map(_read, files), *map(_switched, sets)])
    if enabled := [entry for entry in missing if is_enabled(entry, values)]:
        folder = disk.shown(plan.chart.folder)
        names = ", ".join(f"{entry.chart} {entry.version}" for entry in enabled)
        verb = "is" if len(enabled) == 1 else "are"
        text = f"{names} {verb} enabled, and not in {folder}/charts"
        raise MissingArchive(text, hint=f"helm dependency update {folder}")


def _is(entry: Entry, name: str, version: str) -> bool:
    """Whether a chart is the one that is asked for; which versions are in a range, Helm knows."""
    return name == entry.chart and (not entry.is_exact or version.removeprefix("v") == entry.version)


def _there(chart: Path) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Every chart in ``charts/`` but the library, with its name and version."""
    folder = chart / "charts"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        text = _chart_yaml(path)
        if text and "chartgen-library" not in path.name:
            yield path.relative_to(chart), stated(text)


def _chart_yaml(path: Path) -> str:
    """The text of a chart's Chart.yaml, unpacked or in an archive; "" for what is no chart."""
    try:
        if path.is_dir():
            return (path / "Chart.yaml").read_text(encoding="utf-8")
        with tarfile.open(path) as archive:
            member = next(one for one in archive if one.isfile() and _CHART_YAML.fullmatch(one.name))
            file = archive.extractfile(member)
            return file.read(MAX_BYTES).decode() if file else ""
    except (OSError, tarfile.TarError, EOFError, zlib.error, UnicodeError, StopIteration):
        return ""


def _leave_out(entries: Sequence[Entry], chart_yaml: str) -> str:
    data: dict[str, Any] = yamlio.read(chart_yaml, "Chart.yaml").data
    keys = {entry.key for entry in entries}
    left = [one for one in data["dependencies"] if one.get("alias", one["name"]) not in keys]
    return yamlio.write({**data, "dependencies": left})


def _read(file: Path) -> dict[str, Any]:
    """A values file; nothing of one that Helm alone can read."""
    try:
        data = yamlio.read(file.read_text(encoding="utf-8"), file.name).data
    except (InvalidInput, OSError, UnicodeError):
        return {}
    return data if isinstance(data, dict) else {}


def _switched(text: str) -> dict[str, Any]:
    """What ``--set`` switches: ``relay.enabled=true,tags.audit=false``."""
    return merge({section: {key: word == "true"}} for section, key, word in _SWITCH.findall(text))

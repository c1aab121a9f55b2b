"""Charts for the tests of the writer: small, with a ledger, in two versions."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from chartgen.charting.ledger import FILE_NAME, Ledger, Pin, digest, to_json
from chartgen.disk import Chart

FILES = {
    "Chart.yaml": "name: orders-api\nversion: 0.1.0\n",
    "values.yaml": "replicaCount: 2\n",
    "templates/deployment.yaml": '{{ include "chartgen.deployment" . }}\n',
    "templates/service.yaml": '{{ include "chartgen.service" . }}\n',
    "charts/chartgen-library/templates/_library.tpl": "größe\n",
}


def chart(folder: Path, files: Mapping[str, str] = FILES, *, root: Path | None = None) -> Chart:
    """A chart and its ledger."""
    pin = Pin("chartgen-library", "1.0.0", digest("library"))
    ledger = Ledger(pin, (), digest("input"), {path: digest(text) for path, text in files.items()}, ())
    return Chart(folder, {**files, FILE_NAME: to_json(ledger)}, root)


def without(path: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    return {name: text for name, text in files.items() if name != path}


def on_disk(folder: Path) -> dict[str, str]:
    """Every file below a folder; links are not followed."""
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in _files(folder)}


def times(folder: Path) -> dict[str, int]:
    """When each file and folder was changed."""
    return {str(path): path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden names too."""
    return sorted(path.name for path in folder.iterdir())


def _files(folder: Path) -> Iterator[Path]:
    for below, _, names in os.walk(folder):
        yield from (Path(below, name) for name in names)

"""What of a release should run, as the chart on disk says it, and how it is told from others in its namespace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chartgen import yamlio
from chartgen.charting.delta import applied
from chartgen.charting.kinds import kind_of

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Expected:
    """A workload that the chart prints as a part of the release."""

    kind: str
    component: str
    image: str
    """As the chart says it; without tag and digest where whoever deploys pins it."""

    def __str__(self) -> str:
        return self.kind if self.component == "main" else f"{self.kind} of {self.component}"


@dataclass(frozen=True)
class Release:
    """A chart under a name that whoever installed it gave."""

    name: str
    chart: str
    version: str
    """The chart's, on disk."""

    workloads: tuple[Expected, ...]

    @property
    def selector(self) -> str:
        """Which objects belong to it: Helm's release, and the chart, since one release may hold several."""
        return f"app.kubernetes.io/instance={self.name},app.kubernetes.io/name={self.chart}"

    @property
    def label(self) -> str:
        """``helm.sh/chart`` of its objects, cut as the chart's templates do it."""
        return f"{self.chart}-{self.version}".replace("+", "_")[:63].rstrip("-_.")


def read_release(folder: Path, environment: str, name: str) -> Release:
    """What the chart in a folder is in an environment; raises OSError and ValueError where it can't be read."""
    chart = _read(folder / "Chart.yaml")
    values = _read(folder / "values.yaml")
    if environment:
        values = applied(values, _read(folder / f"values-{environment}.yaml"))
        image = folder / f"image-{environment}.yaml"
        values = applied(values, _read(image)) if image.is_file() else values
    return Release(name, chart["name"], str(chart["version"]), tuple(workloads_of(values)))


def workloads_of(values: Values) -> Iterator[Expected]:
    """The workloads that values stand for; what Helm runs as a hook, and what KEDA starts, is none of the release."""
    components = {"main": values, **values.get("components", {})}
    for name, own in components.items():
        if own is not None and not own.get("hook") and not own.get("scaledJob"):
            yield Expected(kind_of(own), name, _image(own.get("image") or values["image"]))


def _image(image: Values) -> str:
    tag, digest = image.get("tag"), image.get("digest")
    return f"{image['repository']}{f':{tag}' if tag else ''}{f'@{digest}' if digest else ''}"


def _read(file: Path) -> dict[str, Any]:
    documents = yamlio.read_manifests(file.read_text(encoding="utf-8"))
    return documents[0] if documents and isinstance(documents[0], dict) else {}

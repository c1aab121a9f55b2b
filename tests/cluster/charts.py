"""Charts of services that a test says, on disk."""

from pathlib import Path
from typing import Any

from chartgen import Image, Service, disk
from tests.manifests.rendering import files_of

IMAGE = Image(repository="ghcr.io/acme/orders-api", tag="1.4.2")


def chart_of(folder: Path, **said: Any) -> Path:
    """The chart of a service, in a folder of its own."""
    service = Service(**{"name": "orders", "image": IMAGE, "ports": {"http": 3000}, **said})
    chart = folder / f"chart-{len(list(folder.glob('chart-*')))}"
    disk.materialise(disk.Chart(chart, files_of(service)), chart)
    return chart

"""The examples, as they are deployed here."""

from pathlib import Path

from chartgen import yamlio
from chartgen.helm import Embedded
from tests.cluster.api import Manifest
from tests.examples.cases import values_files

SETS = {"preview": ("image.tag=pr-7",)}
"""What the author of an example leaves to whoever deploys it."""


def words_of(chart: Path, environment: str) -> tuple[str, ...]:
    """What is passed to Helm."""
    files = [word for file in values_files(chart, environment) for word in ("-f", str(file))]
    return (*files, *(word for one in SETS.get(chart.parent.name, ()) for word in ("--set", one)))


def rendered_example(case: tuple[Path, str]) -> list[Manifest]:
    """A chart in one of its environments, hooks included."""
    chart, environment = case
    files, sets = values_files(chart, environment), SETS.get(chart.parent.name, ())
    return yamlio.read_manifests(
        Embedded().render(chart, release="orders", values_files=files, sets=sets, kube_version="1.36.3")
    )

"""The only door to YAML.

``read``            a service's YAML: data, and the line of every value; refuses what readers disagree on
``read_manifests``  what Helm rendered, as Kubernetes would read it
``places``          the line of each leaf in what Helm rendered
``write``           values and the other data of a chart, so that every reader gets the same

Most runs only write, so PyYAML (10 ms) is imported by the first that reads.
"""

from typing import TYPE_CHECKING, Any

from chartgen.yamlio.writer import write

if TYPE_CHECKING:
    from chartgen.yamlio.reader import Document as Document

__all__ = ["places", "read", "read_manifests", "write"]


def read(text: str, file: str) -> "Document":
    """Data and the line of every value; raises InvalidInput with every problem (see ``reader``)."""
    from chartgen.yamlio import reader  # noqa: PLC0415 - see above

    return reader.read(text, file)


def read_manifests(text: str) -> list[Any]:
    """Every document, as Kubernetes would read it; raises ValueError with the line (see ``manifests``)."""
    from chartgen.yamlio import manifests  # noqa: PLC0415 - see above

    return manifests.read_manifests(text)


def places(text: str) -> list[dict[tuple[str | int, ...], int]]:
    """Of each document, every leaf by its path, and its line (see ``where``)."""
    from chartgen.yamlio import where  # noqa: PLC0415 - see above

    return where.places(text)

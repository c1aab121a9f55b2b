"""The line on which each leaf of what Helm rendered stands."""

from collections.abc import Iterator
from typing import Any

import yaml

Path = tuple[str | int, ...]


def places(text: str) -> list[dict[Path, int]]:
    """Of each document that holds something: every scalar and empty collection by its path, and its line from 1.

    The line of a mapping's entry is that of its key. The text is one that ``read_manifests`` takes.
    """
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    documents = [node for node in yaml.compose_all(text, loader) if node is not None and node.value != ""]
    return [dict(_leaves(node, (), 1)) for node in documents]


def _leaves(node: Any, at: Path, line: int) -> Iterator[tuple[Path, int]]:
    if isinstance(node, yaml.MappingNode) and node.value:
        for key, value in node.value:
            yield from _leaves(value, (*at, key.value), key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode) and node.value:
        for index, item in enumerate(node.value):
            yield from _leaves(item, (*at, index), item.start_mark.line + 1)
    else:
        yield at, line

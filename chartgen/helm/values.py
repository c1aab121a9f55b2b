"""What ``-f`` and ``--set`` say together, by Helm's rules, for a Helm that takes only the outcome.

Maps merge key by key, everything else is replaced, and a null stays: it is the chart's defaults that it takes back.
An index (``hosts[0].host=x``) changes one entry of a list that a file gave.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

_ASSIGNMENT = re.compile(r"(?:\\.|(?<==)\{(?:\\.|[^\\}])*\}|[^\\,])+")
"""One of ``a=1,b={x,y},c[0]=\\,``."""


def combine(helm: ModuleType, files: Sequence[Path], sets: Sequence[str]) -> dict[str, Any]:
    """Lay files and sets over one another, the last one wins.

    ``helm`` is helm_python: its parsers are Helm's. Raises its HelmError, and OSError, for what can't be read.
    """
    given: dict[str, Any] = {}
    for file in files:
        given = _merge(given, _read(helm, file))
    for text in sets:
        for assignment in _ASSIGNMENT.findall(text) if "[" in text else [text]:
            into_lists = "[" in assignment.partition("=")[0]
            given = _merge(given, helm.parse_set_string(assignment), into_lists=into_lists)
    return given


def _read(helm: ModuleType, file: Path) -> dict[str, Any]:
    try:
        values: dict[str, Any] = helm.values_from_yaml(file.read_text(encoding="utf-8"))
    except helm.HelmError as error:
        raise helm.HelmValuesError(f"{file.name}: {error}") from None
    return values


def _merge(below: Mapping[str, Any], above: Mapping[str, Any], *, into_lists: bool = False) -> dict[str, Any]:
    both = {key: _over(below[key], value, into_lists) for key, value in above.items() if key in below}
    return {**below, **above, **both}


def _over(below: Any, above: Any, into_lists: bool) -> Any:  # noqa: FBT001 - the three of a fold
    if isinstance(below, dict) and isinstance(above, dict):
        return _merge(below, above, into_lists=into_lists)
    if into_lists and isinstance(below, list) and isinstance(above, list):
        return [_entry(below, above, index) for index in range(max(len(below), len(above)))]
    return above


def _entry(below: list[Any], above: list[Any], index: int) -> Any:
    """An entry that an index did not name is null in ``above``."""
    if index >= len(below):
        return above[index]
    if index >= len(above) or above[index] is None:
        return below[index]
    return _over(below[index], above[index], into_lists=True)

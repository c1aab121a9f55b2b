"""Few combinations in which every two values of two factors meet: most bugs need no more than two facts to show."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any


def pairwise(factors: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Each begins with a pair that has not met yet, and takes of every other factor what brings the most new pairs."""
    values = [(name, value) for name, some in factors.items() for value in some]
    left = dict.fromkeys(frozenset(pair) for pair in combinations(values, 2) if pair[0][0] != pair[1][0])
    while left:
        row: dict[str, Any] = dict(next(iter(left)))
        for name in factors:
            if name not in row:
                row[name] = max(factors[name], key=partial(_new, row, name, left))
        left = {pair: None for pair in left if not pair <= row.items()}
        yield row


def _new(row: Mapping[str, Any], name: str, left: Mapping[frozenset[tuple[str, Any]], None], value: Any) -> int:
    return sum(frozenset(((name, value), other)) in left for other in row.items())

"""The texts of many charts in memory: what they have in common is there once."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache


class Texts(Mapping[str, str]):
    """A chart's texts by path. What charts have in common, most lines and whole templates, is kept once.

    A thousand charts are in memory before the first is written, since one invalid service means that none is.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._parts = {path: _parts(path, text) for path, text in texts.items()}

    def __getitem__(self, path: str) -> str:
        return "".join(self._parts[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def _parts(path: str, text: str) -> Sequence[str]:
    whole = path.startswith(("charts/", "templates/"))
    return (_once(text),) if whole else tuple(map(_once, text.splitlines(keepends=True)))


@cache
def _once(part: str) -> str:
    return part

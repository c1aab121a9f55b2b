"""The ledger, ``.chartgen.json``: what made a chart, what came out, and what may not change once it runs.

It lets disk tell a hand edit from a stale file, and a later generation tell a breaking change from a harmless one.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Final

FORMAT: Final = 1
"""Raised when an older chartgen could no longer understand the file."""

FILE_NAME: Final = ".chartgen.json"


class UnreadableLedger(ValueError):
    """The ledger can't be trusted; the text says why."""


@dataclass(frozen=True)
class Pin:
    """One exact thing that a chart was made with."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True)
class Ledger:
    """What stands in ``.chartgen.json``."""

    library: Pin
    """The vendored library chart."""

    presets: tuple[Pin, ...]
    """Lowest first."""

    input: str
    """The digest of the merged layers in canonical form, not of any file's bytes."""

    files: Mapping[str, str]
    """Every other file of the chart, by its path: the digest of what was written."""

    objects: tuple[Mapping[str, Any], ...]
    """Per object, what may not change: kind, name, selector and so on; plain data."""


def digest(content: str | bytes) -> str:
    """``sha256:`` and 64 hexadecimal digits; text counts as UTF-8."""
    return f"sha256:{sha256(content.encode() if isinstance(content, str) else content).hexdigest()}"


def to_json(ledger: Ledger) -> str:
    """The file's text: equal ledgers, equal bytes."""
    data = {
        "format": FORMAT,
        "library": asdict(ledger.library),
        "presets": [asdict(preset) for preset in ledger.presets],
        "input": ledger.input,
        "files": {path: ledger.files[path] for path in sorted(ledger.files)},
        "objects": list(ledger.objects),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def from_json(text: str) -> Ledger:
    """The ledger that a file holds; raises UnreadableLedger with the reason."""
    if _CONFLICT.search(text):
        raise UnreadableLedger("holds the marks of a merge conflict")
    try:
        data = json.loads(text, object_pairs_hook=_without_duplicates)
    except UnreadableLedger:
        raise
    except (ValueError, RecursionError) as error:
        raise UnreadableLedger(f"is not JSON: {error}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UnreadableLedger(f"is not of format {FORMAT}; another version of chartgen wrote it")
    return _ledger(data)


def stays_inside(path: str) -> bool:
    """A relative path in the one form that cannot leave its folder on any system: ``templates/service.yaml``."""
    parts = path.split("/")
    return not _FORBIDDEN.search(path) and all(part and part == part.rstrip(_DROPPED) for part in parts)


_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)", re.MULTILINE)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_FORBIDDEN = re.compile(r"[\x00-\x1f\\:]")
_DROPPED = ". "
"""What Windows takes away from the end of a name, so that ``.. `` leads where ``..`` does."""


def _without_duplicates(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise UnreadableLedger("has a key twice")
    return data


def _ledger(data: Mapping[str, Any]) -> Ledger:
    return Ledger(
        library=_pin(data.get("library"), "library"),
        presets=tuple(_pin(preset, "presets") for preset in _list(data, "presets")),
        input=_digest(data.get("input"), "input"),
        files=_files(data.get("files")),
        objects=tuple(_mapping(one, "objects") for one in _list(data, "objects")),
    )


def _pin(data: object, where: str) -> Pin:
    pin = _mapping(data, where)
    name, version = pin.get("name"), pin.get("version")
    if not isinstance(name, str) or not isinstance(version, str) or len(pin) != len(Pin.__dataclass_fields__):
        raise UnreadableLedger(f"has no name, version and digest in {where}")
    return Pin(name, version, _digest(pin.get("digest"), where))


def _files(data: object) -> Mapping[str, str]:
    files = {path: _digest(value, f"files, {path}") for path, value in _mapping(data, "files").items()}
    for path in files:
        if not stays_inside(path) or path == FILE_NAME:
            raise UnreadableLedger(f"lists {path!r}, which is no generated file of this chart")
    return files


def _digest(value: object, where: str) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise UnreadableLedger(f"has no sha256 digest in {where}")
    return value


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableLedger(f"has no mapping in {where}")
    return value


def _list(data: Mapping[str, Any], where: str) -> list[Any]:
    value = data.get(where)
    if not isinstance(value, list):
        raise UnreadableLedger(f"has no list in {where}")
    return value

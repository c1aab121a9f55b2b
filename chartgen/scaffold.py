"""What ``chartgen new`` writes: a first service file, in Python or as data."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chartgen import yamlio
from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.types import DNS_LABEL
from chartgen.project.lines import show

DEFAULT_PRESETS = ("http-api",)
DEFAULT_ENVIRONMENTS = ("staging", "production")


@dataclass(frozen=True)
class Wanted:
    """A service that is asked for; None where nothing is said."""

    name: str
    image: str | None = None
    port: int | None = None
    presets: Sequence[str] | None = None
    environments: Sequence[str] | None = None


def read_many(path: Path, defaults: Wanted) -> list[Wanted]:
    """The services of a data file; what an entry leaves out, the command line's options say.

    Raises InvalidInput where the file is no list of mappings with known keys.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise invalid(str(path), f"can't be read: {error}") from None
    document = yamlio.read(text, str(path))
    if not isinstance(document.data, list):
        raise invalid(str(path), "must be a list of services", hint="start with: - name: orders-api")
    return [_entry(path, document, index, defaults) for index in range(len(document.data))]


def valid(many: Sequence[Wanted]) -> Sequence[Wanted]:
    """The same, where every name is one and none is asked for twice."""
    messages = []
    for index, wanted in enumerate(many):
        if not re.fullmatch(DNS_LABEL, wanted.name) or len(wanted.name) > 63 or "\n" in wanted.name:
            text = f"{wanted.name!r} is no name: lower-case letters, digits and dashes, a letter first, 63 at most"
            messages.append(Message("chartgen new", 0, "", text, "chartgen new orders-api"))
        if wanted.name in [other.name for other in many[:index]]:
            messages.append(Message("chartgen new", 0, "", f"{wanted.name!r} is asked for twice"))
    if messages:
        raise InvalidInput(messages)
    return many


def refuse_existing(paths: Iterable[Path]) -> None:
    """A folder that holds a service already is left alone."""
    there = [
        found for path in paths for name in ("service.py", "service.yaml") if (found := path.parent / name).exists()
    ]
    if there:
        hint = "choose another name, or edit the file"
        raise InvalidInput(Message(show(path), 0, "", "is there already", hint) for path in there)


def file(wanted: Wanted, *, as_yaml: bool) -> tuple[str, str]:
    """The service file's name and text."""
    return ("service.yaml", yaml_file(wanted)) if as_yaml else ("service.py", python_file(wanted))


def python_file(wanted: Wanted) -> str:
    """service.py."""
    fields = [f"    {name}={_python(value)}," for name, value in _fields(wanted).items()]
    names = ["Image", *(["Overlay"] if _environments(wanted) else []), "Service"]
    return "\n".join(
        [
            f'"""{wanted.name}: say here what it does."""',
            "",
            f"from chartgen import {', '.join(names)}",
            "",
            "service = Service(",
            *fields,
            ")",
            "",
        ]
    )


def yaml_file(wanted: Wanted) -> str:
    """service.yaml."""
    fields = _fields(wanted)
    environments = {name: {} for name in fields.pop("environments", {})}
    data = {**fields, **({"environments": environments} if environments else {})}
    return yamlio.write(data, {}, f"{wanted.name}: say here what it does.")


class _Code(dict[str, Any]):
    """A mapping that is written as a call."""

    def __init__(self, call: str, **fields: Any) -> None:
        super().__init__(fields)
        self.call = call


def _fields(wanted: Wanted) -> dict[str, Any]:
    presets = list(DEFAULT_PRESETS if wanted.presets is None else wanted.presets)
    environments = _environments(wanted)
    return {
        "name": wanted.name,
        **({"presets": presets} if presets else {}),
        "image": _Code("Image", **_image(wanted)),
        **({"ports": {"http": wanted.port}} if wanted.port else {}),
        **({"environments": {name: _Code("Overlay") for name in environments}} if environments else {}),
    }


def _environments(wanted: Wanted) -> list[str]:
    return list(DEFAULT_ENVIRONMENTS if wanted.environments is None else wanted.environments)


def _image(wanted: Wanted) -> dict[str, str]:
    """Split ``repository:tag@digest``; without an image, one to be replaced."""
    reference = wanted.image or f"registry.example.com/{wanted.name}:0.1.0"
    rest, _, digest = reference.partition("@")
    repository, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        repository, tag = rest, ""
    parts = {"repository": repository, "tag": tag, "digest": digest}
    return {name: part for name, part in parts.items() if part}


def _python(value: Any) -> str:
    if isinstance(value, _Code):
        return f"{value.call}({', '.join(f'{name}={_python(entry)}' for name, entry in value.items())})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_python(key)}: {_python(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(_python(item) for item in value)}]"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(value, str) else repr(value)


_KEYS = {"name": str, "image": str, "port": int, "presets": list, "environments": list}


def _entry(path: Path, document: yamlio.Document, index: int, defaults: Wanted) -> Wanted:
    entry = document.data[index]
    line = document.lines.get((index,), 0)
    if not isinstance(entry, dict) or "name" not in entry:
        raise invalid(str(path), "must be a mapping with a name", line=line, hint="- name: orders-api")
    for key, value in entry.items():
        if key not in _KEYS:
            raise invalid(str(path), f"no such field; there are {', '.join(_KEYS)}", line=line, path=key)
        if not isinstance(value, _KEYS[key]):
            raise invalid(str(path), f"must be a {_KEYS[key].__name__}", line=line, path=key)
    return Wanted(
        name=entry["name"],
        image=entry.get("image", defaults.image),
        port=entry.get("port", defaults.port),
        presets=entry.get("presets", defaults.presets),
        environments=entry.get("environments", defaults.environments),
    )



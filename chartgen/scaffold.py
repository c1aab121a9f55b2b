"""What ``chartgen new`` writes: a first service file, in Python or as data; and what it refuses before it writes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic.alias_generators import to_camel

from chartgen import yamlio
from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.types import DIGEST, DNS_LABEL, ENVIRONMENT_NAME, REPOSITORY, TAG
from chartgen.project.lines import show
from chartgen.project.mistakes import suggestion
from chartgen.project.services import FILE_NAMES

DEFAULT_PRESETS = ("http-api",)
DEFAULT_ENVIRONMENTS = ("staging", "production")

_LINE = 88
"""Characters in a line of service.py; a longer call, list or mapping has an entry a line."""


@dataclass(frozen=True)
class Wanted:
    """A service that is asked for; None where nothing is said."""

    name: str | None = None
    image: str | None = None
    port: int | str | None = None
    presets: Sequence[str] | None = None
    environments: Sequence[str] | None = None
    kind: str = "service"
    """``service`` or ``namespace``."""

    file: str = "chartgen new"
    """Who asks, for messages: the command line or a data file."""

    line: int = 0
    """The line of the data file."""


def read_many(path: Path, defaults: Wanted) -> list[Wanted]:
    """The services of a data file; what an entry leaves out, the command line's options say.

    Raises InvalidInput where the file is no list of mappings with known keys, with every problem of it.
    """
    document = yamlio.read(_text(path), show(path))
    if not isinstance(document.data, list) or not document.data:
        raise invalid(show(path), "must be a list of services", hint="start with: - name: orders-api")
    messages = [message for index in range(len(document.data)) for message in _mistakes(show(path), document, index)]
    if messages:
        raise InvalidInput(messages)
    return [
        replace(defaults, **entry, file=show(path), line=document.lines.get((index,), 0))
        for index, entry in enumerate(document.data)
    ]


def completed(many: Iterable[Wanted], *, presets: Collection[str], environments: Collection[str]) -> list[Wanted]:
    """The same, with the defaults for what nobody said; none where the project says it for all its services."""
    return [
        replace(
            wanted,
            image=_default_image(wanted) if wanted.image is None else wanted.image,
            presets=_unique(wanted.presets, () if presets or wanted.kind == "namespace" else DEFAULT_PRESETS),
            environments=_unique(wanted.environments, () if environments else DEFAULT_ENVIRONMENTS),
        )
        for wanted in many
    ]


def _default_image(wanted: Wanted) -> str | None:
    return f"registry.example.com/{wanted.name}:0.1.0" if wanted.kind == "service" else None


def refuse_wrong(many: Sequence[Wanted], known_presets: Collection[str]) -> None:
    """Refuse what is no name, image, port, preset or environment, and a name that is asked for twice."""
    messages = [message for wanted in many for message in problems(wanted, known_presets)]
    names: set[str | None] = set()
    for wanted in many:
        if wanted.name in names:
            messages.append(_message(wanted, "name", f"{wanted.name!r} is asked for twice"))
        names.add(wanted.name)
    if messages:
        raise InvalidInput(messages)


def problems(wanted: Wanted, known_presets: Collection[str]) -> Iterator[Message]:
    """Everything that is wrong with what is asked for."""
    name = wanted.name or ""
    if not re.fullmatch(DNS_LABEL, name) or len(name) > 63:
        text = f"{name!r} is no name: lower-case letters, digits and dashes, a letter first, 63 at most"
        yield _message(wanted, "name", text, "chartgen new orders-api")
    for field in ("image", "port"):
        if wanted.kind == "namespace" and getattr(wanted, field) is not None:
            yield _message(wanted, field, "goes with a service; a namespace has none")
    yield from _wrong_image(wanted)
    port = str(1 if wanted.port is None else wanted.port)
    if not re.fullmatch("[0-9]{1,5}", port) or not 1 <= int(port) <= 65535:
        yield _message(wanted, "port", f"must be a number from 1 to 65535, not {wanted.port!r}")
    for preset in wanted.presets or ():
        if preset not in known_presets:
            hint = suggestion(preset, known_presets, otherwise=f"there are {', '.join(known_presets)}")
            yield _message(wanted, "preset", f"there is no preset {preset!r}", hint)
    for environment in wanted.environments or ():
        if not re.fullmatch(ENVIRONMENT_NAME, environment) or len(environment) > 63:
            text = f"{environment!r} is no environment: lower-case letters, digits and dashes, for a file's name"
            yield _message(wanted, "environment", text)


def refuse_existing(paths: Iterable[Path], output: str) -> None:
    """A folder that holds a service or a chart already is left alone."""
    messages = []
    for path in paths:
        folder = path.parent
        if folder.exists() and not folder.is_dir():
            messages.append(Message(show(folder), 0, "", "is a file, where a folder belongs", "choose another name"))
        for name in (*FILE_NAMES, output):
            if (folder / name).exists():
                hint = "choose another name, or edit the file" if name != output else "choose another name, or move it"
                messages.append(Message(show(folder / name), 0, "", "is there already", hint))
    if messages:
        raise InvalidInput(messages)


def file(wanted: Wanted, *, as_yaml: bool) -> tuple[str, str]:
    """The file's name and text."""
    return (f"{wanted.kind}.yaml", yaml_file(wanted)) if as_yaml else (f"{wanted.kind}.py", python_file(wanted))


def python_file(wanted: Wanted) -> str:
    """service.py or namespace.py, as ruff and black format it."""
    whole = _whole(wanted)
    return "\n".join(
        [
            f'"""{wanted.name}: {_SAY[wanted.kind]}"""',
            "",
            _imports(sorted(set(_calls(whole)))),
            "",
            f"{wanted.kind} = {_python(whole, 0, wide=True)}",
            "",
        ]
    )


def yaml_file(wanted: Wanted) -> str:
    """service.yaml or namespace.yaml."""
    return yamlio.write(_camel(_whole(wanted)), {}, f"{wanted.name}: {_SAY[wanted.kind]}")


_SAY = {"service": "say here what it does.", "namespace": "say here whose it is."}


def _imports(names: Sequence[str]) -> str:
    line = f"from chartgen import {', '.join(names)}"
    return (
        line if len(line) <= _LINE else "\n".join(["from chartgen import (", *(f"    {name}," for name in names), ")"])
    )


def _calls(value: Any) -> Iterator[str]:
    """The models that a value is made of."""
    if isinstance(value, _Call):
        yield value.call
    if isinstance(value, dict):
        for entry in value.values():
            yield from _calls(entry)


def _camel(value: Any) -> Any:
    """A call as YAML has it: fields in camelCase, keys of maps as they are."""
    if not isinstance(value, dict):
        return value
    names = to_camel if isinstance(value, _Call) else str
    return {names(name): _camel(entry) for name, entry in value.items()}


class _Call(dict[str, Any]):
    """A mapping that is written as a call."""

    def __init__(self, call: str, **fields: Any) -> None:
        super().__init__(fields)
        self.call = call


def _whole(wanted: Wanted) -> _Call:
    if wanted.kind == "namespace":
        return _Call("Namespace", **_namespace_fields(wanted))
    return _Call("Service", **_fields(wanted))


def _namespace_fields(wanted: Wanted) -> dict[str, Any]:
    """A namespace as large as a small team needs it."""
    container = _Call(
        "ContainerLimits",
        default=_Call("Amounts", cpu="500m", memory="512Mi"),
        default_request=_Call("Amounts", cpu="100m", memory="128Mi"),
    )
    environments = {name: _Call("NamespaceOverlay") for name in wanted.environments or ()}
    quota = _Call("Quota", cpu="10", memory="20Gi", cpu_limit="20", memory_limit="40Gi", pods=50)
    return {
        "name": wanted.name,
        **({"presets": list(wanted.presets)} if wanted.presets else {}),
        "quotas": {"compute": quota},
        "limit_range": _Call("LimitRange", container=container),
        **({"environments": environments} if environments else {}),
    }


def _fields(wanted: Wanted) -> dict[str, Any]:
    environments = {name: _Call("Overlay") for name in wanted.environments or ()}
    return {
        "name": wanted.name,
        **({"presets": list(wanted.presets)} if wanted.presets else {}),
        "image": _Call("Image", **_image(wanted)),
        **({"ports": {"http": int(wanted.port)}} if wanted.port is not None else {}),
        **{field: value for preset in wanted.presets or () for field, value in _STATED.get(preset, {}).items()},
        **({"environments": environments} if environments else {}),
    }


_LAG = _Call("KafkaTrigger", bootstrap_servers="kafka:9092", consumer_group="orders", topic="orders", lag_threshold=50)
_STATED: Mapping[str, Mapping[str, Any]] = {
    "cron": {"cron_job": _Call("CronJob", schedule="30 2 * * *")},
    "queue-consumer": {"keda": _Call("Keda", triggers={"lag": _Call("Trigger", kafka=_LAG)})},
}
"""What only the service can say, by the preset that asks for it: an example to write over."""


def _image(wanted: Wanted) -> dict[str, str]:
    """Split ``repository:tag@digest``; the colon of a registry's port starts no tag."""
    rest, _, digest = (wanted.image or "").partition("@")
    repository, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        repository, tag = rest, ""
    parts = {"repository": repository, "tag": tag, "digest": digest}
    return {name: part for name, part in parts.items() if part}


def _wrong_image(wanted: Wanted) -> Iterator[Message]:
    if wanted.image is None:
        return
    parts = _image(wanted)
    if not re.fullmatch(REPOSITORY, parts.get("repository", "")):
        hint = "ghcr.io/acme/orders-api:1.0.0"
        yield _message(wanted, "image", f"{wanted.image!r} is no image: must start with a repository", hint)
    elif not parts.keys() & {"tag", "digest"}:
        hint = f"{wanted.image}:1.0.0"
        yield _message(wanted, "image", f"{wanted.image!r} has neither a tag nor a digest", hint)
    if not re.fullmatch(TAG, parts.get("tag", "1")):
        yield _message(wanted, "image", f"{parts['tag']!r} is no tag: letters, digits, '.', '_' and '-', 128 at most")
    if not re.fullmatch(DIGEST, parts.get("digest", f"sha256:{64 * '0'}")):
        yield _message(wanted, "image", f"{parts['digest']!r} is no digest: sha256: and 64 hexadecimal digits")


def _message(wanted: Wanted, field: str, text: str, hint: str = "") -> Message:
    """At the option that says it, or at the entry of the data file."""
    if wanted.line:
        plural = f"{field}s" if f"{field}s" in _KEYS else field
        return Message(wanted.file, wanted.line, plural, text, "" if field == "name" else hint)
    return Message(wanted.file, 0, "" if field == "name" else f"--{field}", text, hint)


def _unique(said: Sequence[str] | None, default: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(default if said is None else said))


def _python(value: Any, depth: int, *, used: int = 0, wide: bool = False) -> str:
    """A value as source; ``used`` characters of its line are taken, ``wide`` gives every entry a line of its own."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if not isinstance(value, (dict, list)):
        return repr(value)
    start, end, entries = _parts(value)
    line = start + ", ".join(name + _python(entry, depth) for name, entry in entries) + end
    if not entries or (not wide and used + len(line) < _LINE):
        return line
    indent = "    " * (depth + 1)
    inner = [name + _python(entry, depth + 1, used=len(indent + name)) for name, entry in entries]
    return "\n".join([start, *(f"{indent}{entry}," for entry in inner), "    " * depth + end])


def _parts(value: dict[str, Any] | list[Any]) -> tuple[str, str, list[tuple[str, Any]]]:
    """The brackets, and each entry with what stands before its value."""
    if isinstance(value, _Call):
        return f"{value.call}(", ")", [(f"{name}=", entry) for name, entry in value.items()]
    if isinstance(value, dict):
        return "{", "}", [(f"{_python(name, 0)}: ", entry) for name, entry in value.items()]
    return "[", "]", [("", entry) for entry in value]


_KEYS: Mapping[str, tuple[type, str]] = {
    "name": (str, "text"),
    "image": (str, "text"),
    "port": (int, "a whole number"),
    "presets": (list, "a list of names"),
    "environments": (list, "a list of names"),
}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise invalid(show(path), f"is not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise invalid(show(path), f"can't be read: {error.strerror}") from None


def _mistakes(file: str, document: "yamlio.Document", index: int) -> Iterator[Message]:
    """What an entry of a data file says that nobody asks."""
    entry = document.data[index]
    line = document.lines.get((index,), 0)
    if not isinstance(entry, dict) or "name" not in entry:
        yield Message(file, line, "", "must be a mapping with a name", "- name: orders-api")
        return
    for key, value in entry.items():
        at = document.lines.get((index, key), line)
        if key not in _KEYS:
            hint = suggestion(str(key), _KEYS, otherwise=f"there are {', '.join(_KEYS)}")
            yield Message(file, at, str(key), "no such field", hint)
        elif not _is(value, _KEYS[key][0]):
            yield Message(file, at, key, f"must be {_KEYS[key][1]}, not {value!r}")


def _is(value: Any, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, kind) and not isinstance(value, bool)

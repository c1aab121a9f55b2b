"""Files beside an author's file that its configuration takes in: read once, from its own folder and nowhere else."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chartgen.errors import Message
from chartgen.models.base import MUST, Model, is_mapping, written_out
from chartgen.models.config_maps import Content, File
from chartgen.models.types import refuse_control_characters
from chartgen.project.lines import Source, YamlSource
from chartgen.project.shapes import FieldPath

Contents = Mapping[FieldPath, Mapping[str, str | None]]
"""By the field that names a file: what it says in the file's place, ``content`` or ``binary``."""

MOST_BYTES = 1024 * 1024
"""What a ConfigMap takes; a longer file is not read."""


class Unreadable(ValueError):
    """A file can't be taken in; the text says why."""

    def __init__(self, text: str, hint: str = "", *, is_binary: bool = False) -> None:
        super().__init__(text)
        self.hint, self.is_binary = hint, is_binary


def no_files() -> Contents:
    """For a model that names none."""
    return {}


def read_files(model: Model, folder: Path, source: Source) -> tuple[Contents, list[Message]]:
    """What the files hold that a model names, and what is wrong with the others, each at its author's line."""
    read: dict[FieldPath, Mapping[str, str | None]] = {}
    messages: list[Message] = []
    for path, file in _named(model, ()):
        try:
            read[path] = {"file": None, **_read(folder, file)}
        except Unreadable as error:
            at = (*path, "file")
            line = source.line(at)
            hint = _as_bytes(file.path, source) if error.is_binary else error.hint
            messages.append(Message(line.file, line.number, source.spell(at), str(error), hint))
    return read, messages


def below(files: Contents, at: FieldPath) -> Contents:
    """Those of a part of the model, by their paths inside it."""
    return {path[len(at) :]: said for path, said in files.items() if path[: len(at)] == at}


def filled(said: Mapping[str, Any], files: Contents) -> dict[str, Any]:
    """What a layer says, with what the files hold in their place."""
    whole = dict(said)
    for path, content in files.items():
        if path[0] in whole:
            whole = _put(whole, path, content)
    return whole


def _put(said: Mapping[Any, Any], path: FieldPath, content: Mapping[str, str | None]) -> dict[Any, Any]:
    if not path:
        return {**said, **content}
    return {**said, path[0]: _put(said[path[0]], path[1:], content)}


def _named(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, File]]:
    """Every content that names a file, by its path; only what was said is looked at."""
    if isinstance(value, Content):
        file = written_out(value.file) if value.file is not None else None
        if file is not None and file.path is not MUST:
            yield path, file
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _named(getattr(value, name), (*path, name))
    elif is_mapping(value):
        for key, entry in value.items():
            yield from _named(entry, (*path, key))


def _read(folder: Path, file: File) -> Mapping[str, str]:
    data = _bytes(folder, file.path)
    if file.binary:
        return {"binary": b64encode(data).decode()}
    try:
        return {"content": refuse_control_characters(data.decode())}
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file.path} is not UTF-8 text, at byte {error.start}", is_binary=True) from None
    except ValueError as error:
        raise Unreadable(f"{file.path} {error}", is_binary=True) from None


def _as_bytes(path: str, source: Source) -> str:
    said = f"file: {{path: {path}, binary: true}}" if isinstance(source, YamlSource) else f'File("{path}", binary=True)'
    return f"write {said} to keep the bytes as they are"


def _bytes(folder: Path, path: str) -> bytes:
    place = _inside(folder, path)
    try:
        if not place.is_file():
            raise Unreadable(f"there is no file {path} beside the file that names it")
        size = place.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(f"{path} has {size} bytes; a ConfigMap takes {MOST_BYTES} (1 MiB)", _TOO_LARGE)
        return place.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} can't be read: {error.strerror}") from None


_TOO_LARGE = "put large files into the image or a volume"


def _inside(folder: Path, path: str) -> Path:
    """The file's place; neither ``..`` nor a symbolic link leads out of the folder."""
    place = folder
    for part in path.split("/"):
        if part in ("", ".", ".."):
            raise Unreadable(f"is {path!r}, which may lead out of the project", "name it from this file's folder down")
        place /= part
        if place.is_symlink():
            raise Unreadable(f"{path} is a symbolic link, or lies behind one", "keep a copy of the file itself")
    return place

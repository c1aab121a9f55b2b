"""Presets by name: each loaded once a run, with the options that it is asked for, and with those that it extends."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.base import MUST, written_out
from chartgen.models.namespace import NamespacePreset
from chartgen.models.preset import Preset
from chartgen.models.preset_function import PresetFunction
from chartgen.models.preset_use import PresetUse, file_of
from chartgen.models.said import said
from chartgen.project import python_file, yaml_file
from chartgen.project.files import Contents, filled, no_files, read_files
from chartgen.project.lines import PythonSource, Source, show
from chartgen.project.locks import NoSuchField, PlacedLock, field_at, parse, read_locks, root_of
from chartgen.project.mistakes import messages_of, suggestion
from chartgen.project.preset_sources import PresetFile, PresetSources, places
from chartgen.project.shapes import FieldPath

Pins = Mapping[str, str]
"""The version that a preset must have, by its name."""

PRESET_VARIABLES = (("preset", Preset), ("preset", NamespacePreset), ("preset", PresetFunction))


@dataclass(frozen=True)
class LoadedPreset:
    """A preset, and where its fields are written."""

    preset: Preset | NamespacePreset
    source: Source
    files: Contents = field(default_factory=no_files)
    """What the files beside it hold that its fields name."""

    locks: tuple[PlacedLock, ...] = ()
    """What it demands, its registries included."""

    origin: str = ""
    """Where it comes from: ``project``, ``chartgen``, or a package's name for itself."""

    @property
    def digest(self) -> str:
        """The digest of what it says, not of how its file is written, nor of what follows by this chartgen's models."""
        text = json.dumps(filled(said(self.preset, alone=True), self.files), sort_keys=True, ensure_ascii=False)
        return f"sha256:{sha256(text.encode()).hexdigest()}"


@dataclass(frozen=True)
class _Asked:
    """A preset as somebody names it."""

    use: PresetUse
    asker: Source
    at: FieldPath
    nearest: str = ""
    """The asker's own source, where it is a preset itself."""

    def refused(self, text: str, hint: str = "") -> InvalidInput:
        line = self.asker.line(self.at)
        return InvalidInput([Message(line.file, line.number, self.asker.spell(self.at), text, hint)])


Stack = dict[Path, tuple[PresetUse, LoadedPreset]]


class PresetLibrary:
    """The presets that a project can name."""

    def __init__(
        self,
        root: Path,
        folders: Sequence[str],
        pins: Pins | None = None,
        sources: Mapping[str, str] = {},
    ) -> None:
        self._root = root
        self._sources = PresetSources(root, folders, sources)
        self._pins = pins or {}
        self._loaded: dict[tuple[Path, str], LoadedPreset] = {}

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted({one.name for one in self._sources.all()})

    def files(self) -> list[PresetFile]:
        """Every preset there is, and where it is written."""
        return self._sources.all()

    def stack(self, uses: Sequence[PresetUse | str], asker: Source, at: FieldPath = ("presets",)) -> list[LoadedPreset]:
        """The presets and those they extend, lowest first, each once.

        Raises InvalidInput for an unknown name, at the line that states it, and for presets that extend in a circle.
        """
        stack: Stack = {}
        for index, use in enumerate(uses):
            self._visit(_Asked(_as_use(use), asker, (*at, index)), (), stack)
        return [loaded for _, loaded in stack.values()]

    def _visit(self, asked: _Asked, chain: tuple[PresetFile, ...], stack: Stack) -> None:
        file = self._file(asked)
        if file in chain:
            circle = " extends ".join(one.name for one in [*chain[chain.index(file) :], file])
            raise asked.refused(f"presets extend each other in a circle: {circle}")
        if file.path in stack:
            if asked.use.options not in ({}, stack[file.path][0].options):
                raise asked.refused(f"asks for {file.name!r} a second time, with other options")
            return
        loaded = self._load(file, asked)
        for index, below in enumerate(loaded.preset.extends):
            use = _Asked(PresetUse(name=below), loaded.source, ("extends", index), file.source)
            self._visit(use, (*chain, file), stack)
        stack[file.path] = (asked.use, loaded)

    def _file(self, asked: _Asked) -> PresetFile:
        name = asked.use.name
        if name is MUST:
            raise asked.refused("names no preset", 'write {name: http-api}, or "http-api"')
        found = self._sources.find(name, asked.nearest)
        if made := file_of(asked.use):
            found = [one for one in self._sources.all() if one.path.samefile(made)]
        if not found:
            names = [one.exact for one in self._sources.all()] if "/" in name else self.names()
            hint = suggestion(name, names, otherwise=f"there are {', '.join(names)}")
            raise asked.refused(f"there is no preset {name!r}", hint)
        if len(found) > 1:
            exact = list(dict.fromkeys(one.exact for one in found))
            hint = f"write {exact[0]!r} or {exact[1]!r}" if len(exact) > 1 else "keep one of the two"
            raise asked.refused(f"{name!r} is ambiguous: {places(found)}", hint)
        return found[0]

    def _load(self, file: PresetFile, asked: _Asked) -> LoadedPreset:
        key = (file.path, json.dumps(asked.use.options, sort_keys=True, default=repr))
        if key not in self._loaded:
            loaded = replace(_loaded(file.path, self._root, asked), origin=file.source)
            self._refuse_another_version(file, loaded)
            self._loaded[key] = loaded
        return self._loaded[key]

    def _refuse_another_version(self, file: PresetFile, loaded: LoadedPreset) -> None:
        for name in (file.exact, file.name):
            pinned, version = self._pins.get(name), loaded.preset.version
            if pinned not in (None, version):
                line = loaded.source.line(("version",))
                text = f"is {pinned}, and the preset is {version} ({line.file}:{line.number})"
                hint = f'write "{version}" once you have read what it changes'
                raise invalid("chartgen.toml", text, path=f"preset-pins.{name}", hint=hint)


def _as_use(use: PresetUse | str) -> PresetUse:
    return PresetUse(name=use) if isinstance(use, str) else written_out(use)


def _loaded(file: Path, root: Path, asked: _Asked) -> LoadedPreset:
    """One preset's file, in Python or YAML, with the options that it is asked for."""
    preset, source, messages = _read(file, root, asked)
    files, wrong = read_files(preset, file.parent, source)
    messages += wrong
    locks, refused = read_locks(preset, source)
    messages += [*refused, *_wrong_overlays(preset, source), *_wrong_required(preset, source)]
    if messages:
        raise InvalidInput(messages)
    name = file.stem.replace("_", "-")
    if preset.name != name:
        line = source.line(("name",)).number
        hint = f'write name="{name}", or rename the file'
        raise invalid(source.file, "is not the name of the preset's file", line=line, path="name", hint=hint)
    return LoadedPreset(preset, source, files, locks)


def _read(file: Path, root: Path, asked: _Asked) -> tuple[Preset | NamespacePreset, Source, list[Message]]:
    if file.suffix == ".yaml":
        _refuse_options(asked)
        return yaml_file.load(file, Preset)
    found, mistakes = python_file.run(file, PRESET_VARIABLES, root)
    messages = list(messages_of(mistakes, show(file)))
    if isinstance(found, PresetFunction):
        found, of_call = _called(found, file, root, asked)
        messages += messages_of(of_call, show(file))
    else:
        _refuse_options(asked)
    return found, PythonSource(show(file), found), messages


def _called(function: PresetFunction[Any], file: Path, root: Path, asked: _Asked) -> tuple[Any, Any]:
    from chartgen.project.preset_options import checked  # noqa: PLC0415 - few presets have options

    options, messages = checked(function.function, asked.use.options, asked.asker, asked.at)
    if messages:
        raise InvalidInput(messages)
    return python_file.call(function.function, options, file, root, (Preset, NamespacePreset))


def _refuse_options(asked: _Asked) -> None:
    if asked.use.options:
        raise asked.refused(f"gives options to {asked.use.name!r}, which takes none", f'write "{asked.use.name}"')


def _wrong_overlays(preset: Preset | NamespacePreset, source: Source) -> Iterator[Message]:
    """Which environment extends which is for the project and its services to say."""
    for name, overlay in preset.environments.items():
        if overlay.extends is not None:
            path = ("environments", name, "extends")
            line = source.line(path)
            hint = f'write it into chartgen.toml: [environments.{name}] extends = "{overlay.extends}"'
            yield Message(line.file, line.number, source.spell(path), "is not a preset's to say", hint)


def _wrong_required(preset: Preset | NamespacePreset, source: Source) -> Iterator[Message]:
    for index, text in enumerate(preset.required):
        try:
            field_at(parse(text), root_of(preset))
        except NoSuchField as error:
            line = source.line(("required", index))
            yield Message(line.file, line.number, source.spell(("required", index)), str(error), error.hint)

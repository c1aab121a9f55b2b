"""Presets by name: the project's folders first, then those that ship; each loaded once a run."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from chartgen import assets
from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.namespace import NamespacePreset
from chartgen.models.preset import Preset
from chartgen.models.preset_use import PresetUse
from chartgen.models.said import said
from chartgen.project import python_file, yaml_file
from chartgen.project.files import Contents, filled, no_files, read_files
from chartgen.project.lines import PythonSource, Source, show
from chartgen.project.locks import NoSuchField, PlacedLock, field_at, parse, read_locks
from chartgen.project.mistakes import messages_of, suggestion

_VARIABLES = (("preset", Preset), ("preset", NamespacePreset))


@dataclass(frozen=True)
class LoadedPreset:
    """A preset, and where its fields are written."""

    preset: Preset | NamespacePreset
    source: Source
    files: Contents = field(default_factory=no_files)
    """What the files beside it hold that its fields name."""

    locks: tuple[PlacedLock, ...] = ()
    """What it demands, its registries included."""

    @property
    def digest(self) -> str:
        """The digest of what it says, not of how its file is written."""
        text = json.dumps(filled(said(self.preset), self.files), sort_keys=True, ensure_ascii=False)
        return f"sha256:{sha256(text.encode()).hexdigest()}"


class PresetLibrary:
    """The presets that a project can name."""

    def __init__(self, root: Path, folders: Sequence[str]) -> None:
        self._root = root
        self._folders = [*(root / folder for folder in folders), assets.presets()]
        self._loaded: dict[str, LoadedPreset] = {}

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted({path.stem for folder in self._folders for path in _files(folder)})

    def stack(self, uses: Sequence[PresetUse], asker: Source) -> list[LoadedPreset]:
        """The presets and those they extend, lowest first, each once.

        Raises InvalidInput for an unknown name, at the line that states it, and for presets that extend in a circle.
        """
        stack: dict[str, LoadedPreset] = {}
        for index, use in enumerate(uses):
            self._visit(use.name, asker, ("presets", index), (), stack)
        return list(stack.values())

    def _visit(
        self, name: str, asker: Source, path: tuple[str, int], chain: tuple[str, ...], stack: dict[str, LoadedPreset]
    ) -> None:
        if name in chain:
            circle = " extends ".join([*chain[chain.index(name) :], name])
            raise _at(asker, path, f"presets extend each other in a circle: {circle}")
        if name in stack:
            return
        loaded = self._load(name, asker, path)
        for index, below in enumerate(loaded.preset.extends):
            self._visit(below, loaded.source, ("extends", index), (*chain, name), stack)
        stack[name] = loaded

    def _load(self, name: str, asker: Source, path: tuple[str, int]) -> LoadedPreset:
        if name not in self._loaded:
            file = next((file for folder in self._folders for file in _files(folder) if file.stem == name), None)
            if file is None:
                hint = suggestion(name, self.names(), otherwise=f"there are {', '.join(self.names())}")
                raise _at(asker, path, f"there is no preset {name!r}", hint)
            self._loaded[name] = load_preset(file, self._root)
        return self._loaded[name]


def load_preset(file: Path, root: Path) -> LoadedPreset:
    """One preset's file, in Python or YAML."""
    preset, source, messages = _read(file, root)
    files, wrong = read_files(preset, file.parent, source)
    messages += wrong
    locks, refused = read_locks(preset, source) if isinstance(preset, Preset) else ((), [])
    messages += [*refused, *_wrong_overlays(preset, source), *_wrong_required(preset, source)]
    if messages:
        raise InvalidInput(messages)
    if preset.name != file.stem:
        line = source.line(("name",)).number
        hint = f'write name="{file.stem}", or rename the file'
        raise invalid(source.file, "is not the name of the preset's file", line=line, path="name", hint=hint)
    return LoadedPreset(preset, source, files, locks)


def _wrong_overlays(preset: Preset | NamespacePreset, source: Source) -> Iterator[Message]:
    """Which environment extends which is for the project and its services to say."""
    for name, overlay in preset.environments.items():
        if overlay.extends is not None:
            path = ("environments", name, "extends")
            line = source.line(path)
            hint = f'write it into chartgen.toml: [environments.{name}] extends = "{overlay.extends}"'
            yield Message(line.file, line.number, source.spell(path), "is not a preset's to say", hint)


def _wrong_required(preset: Preset | NamespacePreset, source: Source) -> Iterator[Message]:
    for index, text in enumerate(preset.required if isinstance(preset, Preset) else ()):
        try:
            field_at(parse(text))
        except NoSuchField as error:
            line = source.line(("required", index))
            yield Message(line.file, line.number, source.spell(("required", index)), str(error), error.hint)


def _read(file: Path, root: Path) -> tuple[Preset | NamespacePreset, Source, list[Message]]:
    if file.suffix == ".yaml":
        return yaml_file.load(file, Preset)
    preset, mistakes = python_file.run(file, _VARIABLES, root)
    return preset, PythonSource(show(file), preset), list(messages_of(mistakes, show(file)))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix in (".py", ".yaml") and path.stem != "__init__")


def _at(asker: Source, path: tuple[str, int], text: str, hint: str = "") -> InvalidInput:
    line = asker.line(path)
    return InvalidInput([Message(line.file, line.number, asker.spell(path), text, hint)])

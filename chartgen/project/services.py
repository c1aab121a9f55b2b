"""Find the service files of a project and load them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.namespace import Namespace
from chartgen.models.service import Service
from chartgen.project import python_file, yaml_file
from chartgen.project.config import Config, is_project, project_around
from chartgen.project.files import Contents, no_files, read_files
from chartgen.project.lines import PythonSource, Source, show
from chartgen.project.mistakes import messages_of, suggestion

FILE_NAMES = ("service.py", "service.yaml", "namespace.py", "namespace.yaml")
"""What the files are called."""

_VARIABLES = (("service", Service), ("namespace", Namespace))


@dataclass(frozen=True)
class LoadedService:
    """A service or a namespace, where its fields are written, and what was refused while it was read."""

    service: Service | Namespace
    path: Path
    source: Source
    messages: tuple[Message, ...] = field(default=())
    files: Contents = field(default_factory=no_files)
    """What the files beside it hold that its fields name."""

    @property
    def folder(self) -> Path:
        """The folder of the service file."""
        return self.path.parent


def load_service(path: Path, root: Path) -> LoadedService:
    """One service's or namespace's file, in Python or YAML.

    Raises InvalidInput where it can't be read at all; what can be told beside other problems is kept in ``messages``.
    """
    if path.suffix == ".yaml":
        kind: type[Service | Namespace] = Namespace if path.stem == "namespace" else Service
        service, source, messages = yaml_file.load(path, kind)
        return _with_files(service, path, source, messages)
    service, mistakes = python_file.run(path, _VARIABLES, root)
    shown = show(path)
    return _with_files(service, path, PythonSource(shown, service), messages_of(mistakes, shown))


def _with_files(service: Service | Namespace, path: Path, source: Source, messages: Iterable[Message]) -> LoadedService:
    files, wrong = read_files(service, path.parent, source)
    return LoadedService(service, path, source, (*messages, *wrong), files)


def find_services(root: Path, config: Config, wanted: Sequence[str]) -> list[Path]:
    """The files of the services that are named, by name or path; all of the project where none is.

    Raises InvalidInput for a name that no file answers to, and for a path into another project.
    """
    if not wanted:
        found = list(_service_files(root, config))
        if not found:
            raise invalid(show(root), "holds no service.py or service.yaml", hint="chartgen new orders-api")
        return found
    return list(dict.fromkeys(_named(root, config, word) for word in wanted))


def _named(root: Path, config: Config, word: str) -> Path:
    path = Path(word)
    if path.exists():
        return _of_this_project(_in_folder(path.resolve()) if path.is_dir() else path.resolve(), root)
    files = list(_service_files(root, config))
    found = [file for file in files if file.parent.name == word]
    if not found:
        hint = suggestion(word, [file.parent.name for file in files], otherwise=f"chartgen new {word}")
        raise invalid(word, "there is no such service, file or folder", hint=hint)
    if len(found) > 1:
        folders = [show(file.parent) for file in found]
        raise invalid(
            word, f"is the name of {len(found)} folders: {', '.join(folders)}", hint=f"name one: {folders[0]}"
        )
    return found[0]


def _in_folder(folder: Path) -> Path:
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    raise InvalidInput([Message(show(folder), 0, "", "holds no service.py or service.yaml")])


def _of_this_project(path: Path, root: Path) -> Path:
    """What holds for all services of its own project would be missing here."""
    other = project_around(path.parent)
    if other not in (None, root):
        raise invalid(show(path), f"belongs to the project {show(other)}", hint=f"cd {show(other)}, and name it there")
    return path


def _service_files(root: Path, config: Config) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        if "Chart.yaml" in files or (Path(folder) != root and is_project(Path(folder))):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(files):
            path = Path(folder, name)
            if any(_matches(path.relative_to(root), pattern) for pattern in config.services) and path.is_file():
                yield path


def _matches(path: Path, pattern: str) -> bool:
    return fnmatch(path.as_posix(), pattern) or (
        pattern.startswith("**/") and fnmatch(path.as_posix(), pattern.removeprefix("**/"))
    )

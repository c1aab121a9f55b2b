"""Where presets come from: folders of the project, packages with the entry point ``chartgen.presets``, and what ships.

A source is a folder of preset files, a file each, named as the preset with dashes or underscores; a name that starts
with ``_`` is a helper's. Packages are looked for once a run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from chartgen import assets
from chartgen.errors import invalid
from chartgen.project.config import FILE_NAME
from chartgen.project.lines import show

PROJECT, SHIPPED = "project", "chartgen"
"""The names of the sources that every project has: ``project/acme``, ``chartgen/http-api``."""

GROUP = "chartgen.presets"
"""The entry point by which a package says where its presets are: ``acme = "acme_presets"``."""


@dataclass(frozen=True)
class PresetFile:
    """A preset that can be loaded."""

    source: str
    """Where it comes from: ``project``, ``chartgen``, or a package's name for itself."""

    path: Path

    @property
    def name(self) -> str:
        """The preset's name, without its source."""
        return self.path.stem.replace("_", "-")

    @property
    def exact(self) -> str:
        """The name with its source in front."""
        return f"{self.source}/{self.name}"


class PresetSources:
    """All presets that a project can name."""

    def __init__(self, root: Path, folders: Sequence[str], sources: Mapping[str, str]) -> None:
        """Folders of the project's own presets, and by its name each package that is taken from a folder of it."""
        self._folders = [(PROJECT, root / folder) for folder in folders]
        self._sources = [(name, _own(root, name, folder)) for name, folder in sources.items()]

    def find(self, name: str, nearest: str = "") -> list[PresetFile]:
        """The files that a name may mean: one, if all is well. A preset's own source comes before others."""
        source, _, bare = name.rpartition("/")
        found = [one for one in self.all() if one.name == bare]
        own = [one for one in found if one.source == (source or nearest)]
        return own if own or source else found

    def all(self) -> list[PresetFile]:
        """Every preset there is."""
        return self._files

    @cached_property
    def _files(self) -> list[PresetFile]:
        taken = [name for name, _ in self._sources]
        installed = [(name, folder) for name, folder in _packages() if name not in taken]
        places = [*self._folders, *self._sources, *installed, (SHIPPED, assets.presets())]
        return [PresetFile(source, path) for source, folder in places for path in _in(folder)]


def _own(root: Path, name: str, folder: str) -> Path:
    if name in (PROJECT, SHIPPED):
        raise invalid(FILE_NAME, "is taken by a source that every project has", path=f"preset-sources.{name}")
    if not (root / folder).is_dir():
        raise invalid(FILE_NAME, f"there is no folder {folder!r}", path=f"preset-sources.{name}")
    return root / folder


def _packages() -> Iterator[tuple[str, Path]]:
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        if point.name in (PROJECT, SHIPPED):
            raise _refused(point, f"calls itself {point.name!r}, which is taken")
        yield point.name, _folder(point)


def _folder(point: EntryPoint) -> Path:
    """The package's folder; its presets are run only where they are named."""
    try:
        spec = find_spec(point.value)
    except (ImportError, ValueError) as error:
        raise _refused(point, f"can't be found: {error}") from None
    if spec is None:
        raise _refused(point, "can't be found")
    if not spec.submodule_search_locations:
        raise _refused(point, "is a module; presets are the files of a package")
    return Path(spec.submodule_search_locations[0])


def _refused(point: EntryPoint, text: str) -> Exception:
    package = point.dist.name if point.dist else "a package"
    return invalid(f"{package}, entry point {GROUP}", f"{point.name} = {point.value!r} {text}")


def _in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.suffix in (".py", ".yaml") and not path.stem.startswith("_"))
    return sorted(files)


def places(files: Sequence[PresetFile]) -> str:
    """Files side by side, as messages name them."""
    return " and ".join(f"{one.exact} ({_place(one)})" for one in files)


def _place(one: PresetFile) -> str:
    return "ships with chartgen" if one.source == SHIPPED else show(one.path)

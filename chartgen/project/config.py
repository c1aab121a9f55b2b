"""chartgen.toml, or [tool.chartgen] in pyproject.toml: where services are, and what holds for all of them.

No file is needed for one service: the working folder is then the project.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chartgen.errors import InvalidInput, Message, invalid
from chartgen.models.preset_use import PresetName
from chartgen.models.types import EnvironmentName, LabelKey, LabelValue, Name, SemVer
from chartgen.project.lines import show
from chartgen.project.mistakes import MAX_MESSAGES, messages_of_toml
from chartgen.yamlio.text import MAX_BYTES

FILE_NAME = "chartgen.toml"

KubernetesVersion = Annotated[str, Field(pattern=r"^1\.(3[0-7])$")]
"""A minor version of Kubernetes that chartgen knows, as ``1.34``."""


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Table(BaseModel):
    """A table of the file: closed, with dashes in its keys as TOML files have them."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, alias_generator=_kebab)


class Kubernetes(Table):
    """The versions of Kubernetes that charts must work on."""

    oldest: KubernetesVersion = "1.30"
    """The oldest one."""

    newest: KubernetesVersion = "1.37"
    """The newest one."""


class EnvironmentTable(Table):
    """An environment that every service has."""

    extends: EnvironmentName | None = None
    """The environment whose overlays hold here too, below this one's."""


class Group(Table):
    """Services that have something in common: those whose folder one of the paths names, and that carry the labels."""

    paths: list[str] = ["**"]
    """Patterns of the folders of service files, from the project's folder: ``services/shop/*``."""

    labels: Mapping[LabelKey, LabelValue] = {}
    """Labels that the service file says, all of them: ``{tier = "web"}``."""

    presets: list[PresetName]
    """Presets that lie below these services, above those of all."""


class Config(Table):
    """What holds for all services of the project."""

    services: list[str] = ["**/service.py", "**/service.yaml", "**/namespace.py", "**/namespace.yaml"]
    """Patterns of service files, from the project's folder; chart folders and hidden ones are left out."""

    output: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")] = "chart"
    """The folder beside the service file that takes the chart."""

    presets: list[PresetName] = []
    """Presets that lie below every service."""

    preset_folders: list[str] = ["presets"]
    """Folders of the project that hold presets: a file each, named as the preset."""

    preset_sources: Mapping[Name, str] = {}
    """Folders of the project that hold a package of presets, by the name that stands in front of theirs:
    ``{acme = "acme-presets/src/acme_presets"}``. They count in place of an installed package with that entry point."""

    groups: Mapping[Name, Group] = {}
    """Further presets for some of the services."""

    preset_pins: Mapping[PresetName, SemVer] = {}
    """The version that a preset must have, by its name: another one is refused until the pin is moved."""

    environments: Annotated[Mapping[EnvironmentName, EnvironmentTable], Field(max_length=100)] = {}
    """Environments that every service has, in the order of their columns in the docs; 100 at most."""

    kubernetes: Kubernetes = Kubernetes()
    """The versions of Kubernetes that charts must work on."""


def find_root(start: Path) -> Path:
    """The nearest folder upwards that holds the project's file, else the starting folder itself."""
    return project_around(start) or start


def project_around(folder: Path) -> Path | None:
    """The nearest folder upwards that holds a project's file; None where there is none."""
    return next((one for one in (folder, *folder.parents) if is_project(one)), None)


def is_project(folder: Path) -> bool:
    """Whether a folder holds a project's file; what is below it belongs to no project above."""
    return (folder / FILE_NAME).is_file() or _has_table(folder / "pyproject.toml")


def load_config(root: Path) -> Config:
    """The project's settings; the defaults where there is no file.

    Raises InvalidInput with every problem of the file.
    """
    path = root / FILE_NAME
    if path.is_file():
        return _validated(path, _parsed(path))
    if _has_table(root / "pyproject.toml"):
        path = root / "pyproject.toml"
        return _validated(path, _parsed(path)["tool"]["chartgen"])
    return Config()


def _has_table(path: Path) -> bool:
    if not path.is_file() or b"chartgen" not in path.read_bytes():  # a template of one need not be TOML
        return False
    tools = _parsed(path).get("tool")
    return isinstance(tools, dict) and "chartgen" in tools


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(MAX_BYTES + 1)
        if _is_too_much(text):
            raise invalid(show(path), "is larger than 1 MB, or nested too deeply", hint=_SMALL)
        return tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise invalid(show(path), f"is not TOML: {error}") from None
    except RecursionError:
        raise invalid(show(path), "is nested too deeply", hint=_SMALL) from None


def _is_too_much(text: str) -> bool:
    return len(text) > MAX_BYTES or _DEEP.search(text) is not None


_SMALL = "settings are a few dozen lines, two levels deep"
_DEEP = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){40}""")
"""A key of that many parts: the parser's time grows with their square."""


def _validated(path: Path, table: dict[str, Any]) -> Config:
    try:
        config = Config.model_validate(table)
    except ValidationError as error:
        raise InvalidInput(
            messages_of_toml(Config, error.errors(include_url=False)[:MAX_MESSAGES], show(path))
        ) from None
    messages = [Message(show(path), 0, field, text) for field, text in _problems(config)]
    if messages:
        raise InvalidInput(messages)
    return config


def _problems(config: Config) -> Iterator[tuple[str, str]]:
    """What joins two settings."""
    if config.kubernetes.oldest > config.kubernetes.newest:
        yield "kubernetes.oldest", "is newer than kubernetes.newest"
    for name, table in config.environments.items():
        field = f"environments.{name}.extends"
        if table.extends is not None and table.extends not in config.environments:
            known = ", ".join(config.environments)
            yield field, f"is {table.extends!r}, which is no environment of this file; there are {known}"
        elif name in _lineage(config, name):
            yield field, "leads back to itself"


def _lineage(config: Config, name: str) -> list[str]:
    """The environments that one extends, nearest first, up to the first that comes again."""
    lineage: list[str] = []
    while (table := config.environments.get(name)) and table.extends and table.extends not in lineage:
        name = table.extends
        lineage.append(name)
    return lineage

"""Which services belong to a group of chartgen.toml."""

from fnmatch import fnmatch
from pathlib import Path

from chartgen.models.base import written_out
from chartgen.models.service import Service
from chartgen.project.config import Group
from chartgen.project.services import LoadedService


def belongs(service: LoadedService, group: Group, root: Path) -> bool:
    """Whether one of the group's paths is the service's folder, and it carries all of the group's labels."""
    folder = service.folder.relative_to(root).as_posix() if service.folder.is_relative_to(root) else ""
    return (
        any(_matches(folder, pattern) for pattern in group.paths) and group.labels.items() <= _labels(service).items()
    )


def _matches(folder: str, pattern: str) -> bool:
    return pattern == "**" or fnmatch(folder, pattern.removesuffix("/**")) or fnmatch(folder, pattern)


def _labels(service: LoadedService) -> dict[str, str]:
    """What the service file itself says, for every environment."""
    if isinstance(service.service, Service):
        return {key: written_out(one).value for key, one in service.service.labels.items() if one is not None}
    return {key: value for key, value in service.service.labels.items() if value is not None}

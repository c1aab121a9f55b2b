"""A kubeconfig, as kubectl reads it: several files are one, and of what two of them say the first counts.

https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/. The Kubernetes client merges
files itself, but takes ``current-context`` from the last.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from chartgen import yamlio
from chartgen.cluster.errors import NoCluster

Config = dict[str, Any]

_LISTS = ("clusters", "contexts", "users")
_PATHS = ("certificate-authority", "client-certificate", "client-key", "tokenFile")


def read_kubeconfig(stated: Path | None, environ: Mapping[str, str]) -> Config | None:
    """What the files say together; None where there is none.

    Raises NoCluster for a file that is stated and not there, and for one that is no kubeconfig.
    """
    if stated and not stated.is_file():
        raise NoCluster(f"{stated}: there is no such kubeconfig", hint="--kubeconfig takes a file")
    places = [stated] if stated else _places(environ)
    found = [_read(place) for place in places if place.is_file()]
    return _merged(found) if found else None


def namespace_of(config: Config, context: str) -> str:
    """The namespace of a context, by default that of the current one."""
    name = context or config.get("current-context")
    found: Config = next((one for one in config["contexts"] if one.get("name") == name), {})
    return str((found.get("context") or {}).get("namespace") or "default")


def contexts_of(config: Config) -> list[str]:
    """The contexts by name."""
    return [str(one.get("name")) for one in config["contexts"]]


def _places(environ: Mapping[str, str]) -> list[Path]:
    if several := environ.get("KUBECONFIG"):
        return [Path(place) for place in several.split(os.pathsep) if place]
    return [Path.home() / ".kube" / "config"]


def _read(file: Path) -> Config:
    try:
        documents = yamlio.read_manifests(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NoCluster(f"{file}: the kubeconfig can't be read: {error}") from None
    if not documents or documents == [None]:
        return {}
    if len(documents) > 1 or not isinstance(documents[0], dict):
        raise NoCluster(f"{file}: this is no kubeconfig")
    return {**documents[0], **{key: _entries(file, documents[0].get(key)) for key in _LISTS}}


def _entries(file: Path, entries: Any) -> list[Any]:
    return [_absolute(file.parent.resolve(), one) for one in entries or () if isinstance(one, dict)]


def _absolute(folder: Path, entry: Config) -> Config:
    """Relative paths are meant from the folder of their file."""
    said: dict[str, Config] = {
        key: {**value, **{path: str(folder / value[path]) for path in _PATHS if value.get(path)}}
        for key, value in entry.items()
        if isinstance(value, dict)
    }
    user = said.get("user", {})
    plugin = user.get("exec") or {}
    if "/" in str(plugin.get("command", "")):
        user["exec"] = {**plugin, "command": str(folder / plugin["command"])}
    return {**entry, **said}


def _merged(configs: Sequence[Config]) -> Config:
    lists: dict[str, dict[str, Any]] = {key: {} for key in _LISTS}
    for config in configs:
        for key, known in lists.items():
            for entry in config.get(key, ()):
                known.setdefault(str(entry.get("name")), entry)
    current = next((config["current-context"] for config in configs if config.get("current-context")), "")
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": current,
        **{key: [*known.values()] for key, known in lists.items()},
    }

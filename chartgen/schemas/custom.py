"""The schemas of custom resources: what the CRDs of crds/ say of them, and which defaults they fill in."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_WITHOUT_SCHEMA = ("cloud.google.com", "networking.gke.io")
"""Groups whose CRDs are published nowhere; their objects are taken as they are."""

Path = tuple[str | int, ...]


def is_custom(api_version: str) -> bool:
    """Whether the objects of a group's version are custom resources that charts are known to hold."""
    return api_version.rpartition("/")[0] in _groups()


@cache
def schema(api_version: str, kind: str) -> dict[str, Any] | None:
    """A kind's strict schema, its metadata excepted; None where there is none."""
    file = _folder() / f"{api_version.replace('/', f'_{kind}_')}.json"
    if not file.is_file():
        return None
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def defaults(manifest: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """What an API server would fill in, each with its path: fields that the manifest lacks."""
    found = schema(manifest["apiVersion"], manifest["kind"])
    if found:
        yield from _defaults(found, manifest, ())


def _defaults(node: Mapping[str, Any], value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        for place, one in enumerate(value):
            yield from _defaults(node.get("items", {}), one, (*path, place))
    elif isinstance(value, Mapping):
        properties = node.get("properties", {})
        for name, child in properties.items():
            if name in value:
                yield from _defaults(child, value[name], (*path, name))
            elif "default" in child:
                yield (*path, name), child["default"]
        others = node.get("additionalProperties")
        if isinstance(others, Mapping):
            for name in value.keys() - properties.keys():
                yield from _defaults(others, value[name], (*path, name))


@cache
def _groups() -> frozenset[str]:
    index = json.loads((_folder() / "index.json").read_text(encoding="utf-8"))
    return frozenset((*_WITHOUT_SCHEMA, *(line["file"].split("_")[0] for line in index)))


def _folder() -> Any:
    return files("chartgen.schemas") / "crds"

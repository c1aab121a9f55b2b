"""If a manifest is valid: Kubernetes' own strict schemas, of the oldest and the newest version that is supported."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jsonschema_rs

_CUSTOM_GROUPS = ("gateway.networking.k8s.io", "external-secrets.io", "bitnami.com")
"""Groups that are no part of Kubernetes itself and have no schema here."""


def problems(manifest: Mapping[str, Any], version: str) -> Iterator[str]:
    """What a Kubernetes of this version (``1.30``) would refuse in the manifest, with the field's path."""
    group, _, _ = str(manifest["apiVersion"]).rpartition("/")
    if group in _CUSTOM_GROUPS:
        return
    validator = _validator(version, manifest["kind"], manifest["apiVersion"])
    if validator is None:
        yield f"there is no {manifest['apiVersion']} {manifest['kind']}"
        return
    for error in validator.iter_errors(manifest):
        path = ".".join(str(part) for part in error.instance_path)
        yield f"{path}: {error.message}" if path else error.message


@cache
def _validator(version: str, kind: str, api_version: str) -> "jsonschema_rs.Draft202012Validator | None":
    import jsonschema_rs  # noqa: PLC0415 - 20 ms, and only `check` validates

    group, _, name = api_version.rpartition("/")
    stem = "-".join(part for part in (kind.lower(), group.split(".")[0], name) if part)
    file = _folder(version) / f"{stem}.json"
    if not file.is_file():
        return None
    return jsonschema_rs.Draft202012Validator(_json(file), registry=_registry(version))


@cache
def _registry(version: str) -> "jsonschema_rs.Registry":
    import jsonschema_rs  # noqa: PLC0415 - see above

    definitions = _json(_folder(version) / "_definitions.json")
    return jsonschema_rs.Registry([(definitions["$id"], definitions)])


def _json(file: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


@cache
def _folder(version: str) -> Any:
    schemas = files("kubernetes_validate") / "kubernetes-json-schema"
    return schemas / f"v{version}.0-local-strict"

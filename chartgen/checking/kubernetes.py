"""If a manifest is valid: Kubernetes' own strict schemas, of the oldest and the newest version that is supported.

Custom resources are held against the strict schemas of their CRDs, which are the same in all versions of Kubernetes.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from chartgen.checking import custom

if TYPE_CHECKING:
    import jsonschema_rs

_METADATA = "#/$defs/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"


def problems(manifest: Mapping[str, Any], version: str) -> Iterator[str]:
    """What a Kubernetes of this version (``1.30``) would refuse in the manifest, with the field's path."""
    api_version, kind = manifest["apiVersion"], manifest["kind"]
    validator = _validator(version, kind, api_version)
    if validator is None:
        if not custom.is_custom(api_version):
            yield f"there is no {api_version} {kind}"
        return
    for error in validator.iter_errors(manifest):
        path = ".".join(str(part) for part in error.instance_path)
        yield f"{path}: {error.message}" if path else error.message


@cache
def _validator(version: str, kind: str, api_version: str) -> "jsonschema_rs.Draft202012Validator | None":
    import jsonschema_rs  # noqa: PLC0415 - 20 ms, and only `check` validates

    schema = (_custom if custom.is_custom(api_version) else _own)(version, kind, api_version)
    return None if schema is None else jsonschema_rs.Draft202012Validator(schema, registry=_registry(version))


def _own(version: str, kind: str, api_version: str) -> dict[str, Any] | None:
    group, _, name = api_version.rpartition("/")
    stem = "-".join(part for part in (kind.lower(), group.split(".")[0], name) if part)
    file = _folder(version) / f"{stem}.json"
    return _json(file) if file.is_file() else None


def _custom(version: str, kind: str, api_version: str) -> dict[str, Any] | None:
    """A CRD says nothing of metadata, which is every object's."""
    schema = custom.schema(api_version, kind)
    metadata = {"$ref": _definitions(version)["$id"] + _METADATA}
    return schema and {**schema, "properties": {**schema["properties"], "metadata": metadata}}


@cache
def _registry(version: str) -> "jsonschema_rs.Registry":
    import jsonschema_rs  # noqa: PLC0415 - see above

    definitions = _definitions(version)
    return jsonschema_rs.Registry([(definitions["$id"], definitions)])


@cache
def _definitions(version: str) -> dict[str, Any]:
    return _json(_folder(version) / "_definitions.json")


def _json(file: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


@cache
def _folder(version: str) -> Any:
    schemas = files("kubernetes_validate") / "kubernetes-json-schema"
    return schemas / f"v{version}.0-local-strict"

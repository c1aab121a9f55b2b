"""If a manifest, or a part of one, is valid: Kubernetes' own strict schemas, of every version that is supported.

Custom resources are held against the strict schemas of their CRDs, which are the same in all versions of Kubernetes.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from chartgen.errors import on_one_line
from chartgen.schemas import custom

if TYPE_CHECKING:
    import jsonschema_rs

_GROUPS = frozenset(
    {
        "admissionregistration.k8s.io",
        "apiextensions.k8s.io",
        "apiregistration.k8s.io",
        "apps",
        "authentication.k8s.io",
        "authorization.k8s.io",
        "autoscaling",
        "batch",
        "certificates.k8s.io",
        "coordination.k8s.io",
        "discovery.k8s.io",
        "events.k8s.io",
        "extensions",
        "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io",
        "networking.k8s.io",
        "node.k8s.io",
        "policy",
        "rbac.authorization.k8s.io",
        "resource.k8s.io",
        "scheduling.k8s.io",
        "storage.k8s.io",
        "storagemigration.k8s.io",
    }
)
"""Kubernetes' own groups."""


class Refused(NamedTuple):
    """What a schema refuses: where, which keys it does not know there, or what else is wrong."""

    path: tuple[str | int, ...]
    unknown: tuple[str, ...]
    text: str


_SHOWN = 400
_STEM = re.compile(r"[-a-z0-9]{1,200}")
"""A schema's file: a kind may be any text, and is looked for in this folder only."""

_METADATA = "#/$defs/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"


def problems(manifest: Mapping[str, Any], version: str) -> Iterator[str]:
    """What a Kubernetes of this version (``1.30``) would refuse in the manifest, with the field's path."""
    api_version, kind = manifest["apiVersion"], manifest["kind"]
    validator = _validator(version, kind, api_version)
    if validator is None:
        if is_built_in(api_version):
            yield f"there is no {api_version} {kind}"
        return
    for error in validator.iter_errors(manifest):
        path = ".".join(str(part) for part in error.instance_path)
        yield f"{path}: {_text(error)}" if path else _text(error)


def is_built_in(api_version: str) -> bool:
    """If a kind of this apiVersion is Kubernetes' own: every other group is a domain of somebody."""
    group = api_version.rpartition("/")[0]
    return "." not in group or group in _GROUPS


def is_known(kind: str, api_version: str, version: str) -> bool:
    """If this version of Kubernetes has the kind, or a CRD of it is known here."""
    return _validator(version, kind, api_version) is not None


def refused(
    value: Mapping[str, Any], kind: str, api_version: str, version: str, *, whole: bool = True
) -> list[Refused]:
    """What Kubernetes would refuse in an object, or in a part of a pod (``PodSpec``, ``v1``), sorted by place.

    Of one that is not whole, what is missing may be elsewhere.
    """
    validator = _validator(version, kind, api_version)
    found = [
        Refused(tuple(error.instance_path), tuple(getattr(error.kind, "unexpected", ())), _text(error))
        for error in (validator.iter_errors(value) if validator else ())
        if whole or not _is_missing(error)
    ]
    return sorted(found, key=lambda one: [str(part) for part in one.path])


def known_fields(path: Sequence[str | int], kind: str, api_version: str, version: str) -> list[str]:
    """The fields at a place of a kind, as far as the schema tells."""
    node = _schema(version, kind, api_version) or {}
    for part in path:
        node = _resolved(node, version)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    return sorted(_resolved(node, version).get("properties", {}))


def _text(error: "jsonschema_rs.ValidationError") -> str:
    """What the library says; it shows the value that is refused, whatever is in it."""
    text = on_one_line(error.message)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 2 :]}"


def _resolved(node: dict[str, Any], version: str) -> dict[str, Any]:
    name = node.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = _definitions(version)["$defs"][name] if name else node
    return found


def _is_missing(error: "jsonschema_rs.ValidationError") -> bool:
    """If only something is missing, in a mapping: a patch says a part of it. What is in a list stands there whole."""
    in_a_list = any(isinstance(step, int) for step in error.instance_path)
    return type(error.kind).__name__ == "Required" and not in_a_list


@cache
def _validator(version: str, kind: str, api_version: str) -> "jsonschema_rs.Draft202012Validator | None":
    import jsonschema_rs  # noqa: PLC0415 - 20 ms, and only `check` and raw fields need it

    schema = _schema(version, kind, api_version)
    return None if schema is None else jsonschema_rs.Draft202012Validator(schema, registry=_registry(version))


def _schema(version: str, kind: str, api_version: str) -> dict[str, Any] | None:
    return (_custom if custom.is_custom(api_version) else _own)(version, kind, api_version)


def _own(version: str, kind: str, api_version: str) -> dict[str, Any] | None:
    group, _, name = api_version.rpartition("/")
    if not is_built_in(api_version):
        return None
    stem = "-".join(part for part in (kind.lower(), group.split(".")[0], name) if part)
    if not _STEM.fullmatch(stem):
        return None
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

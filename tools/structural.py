"""The schema of a CRD, as a strict JSON Schema: what its API server would drop in silence is refused.

https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
"""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_COPIED = (
    "default",
    "enum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
    "multipleOf",
    "pattern",
    "required",
)
"""Keywords that both have. What a CRD says in CEL no JSON Schema can say; a real API server checks it."""

_LISTS = ("allOf", "anyOf", "oneOf")


def strict(kind: str, api_version: str, schema: Schema) -> dict[str, Any]:
    """The whole object; its metadata is every object's, its status is none of a chart's business."""
    properties: dict[str, Any] = {name: _node(child) for name, child in schema["properties"].items()}
    properties |= {"apiVersion": {"const": api_version}, "kind": {"const": kind}, "metadata": {}}
    if "status" in properties:
        properties["status"] = {}
    required = sorted({"apiVersion", "kind", "metadata", *schema.get("required", ())})
    return {**_node(schema), "properties": properties, "required": required}


def _node(schema: Schema) -> dict[str, Any]:
    made = _said(schema)
    if "items" in schema:
        made["items"] = _node(schema["items"])
    if "properties" in schema:
        made["properties"] = {name: _node(child) for name, child in schema["properties"].items()}
    if schema.get("type") == "object" and not schema.get("x-kubernetes-preserve-unknown-fields"):
        made["additionalProperties"] = _others(schema)
    if schema.get("x-kubernetes-embedded-resource"):
        made["properties"] = {**made.get("properties", {}), "apiVersion": {}, "kind": {}, "metadata": {}}
    return made


def _others(schema: Schema) -> Any:
    others = schema.get("additionalProperties", False)
    return _node(others) if isinstance(others, dict) else others


def _said(schema: Schema) -> dict[str, Any]:
    """What a node says of its own value."""
    made = {key: schema[key] for key in _COPIED if key in schema}
    made |= _type(schema) | _bounds(schema)
    for key in _LISTS:
        if schema.get(key):
            made[key] = [_condition(one) for one in schema[key]]
    if "not" in schema:
        made["not"] = _condition(schema["not"])
    if schema.get("x-kubernetes-list-type") == "set":
        made["uniqueItems"] = True
    if schema.get("nullable") and "enum" in made:
        made["enum"] = [*made["enum"], None]
    return made


def _condition(schema: Schema) -> dict[str, Any]:
    """What stands under anyOf and the like: it closes nothing, and speaks of fields that are described elsewhere."""
    made = _said(schema)
    if "items" in schema:
        made["items"] = _condition(schema["items"])
    if "properties" in schema:
        made["properties"] = {name: _condition(child) for name, child in schema["properties"].items()}
    return made


def _type(schema: Schema) -> dict[str, Any]:
    types = [schema["type"]] if "type" in schema else []
    if schema.get("x-kubernetes-int-or-string"):
        types = ["integer", "string"]
    if types and schema.get("nullable"):
        types.append("null")
    return {"type": types[0] if len(types) == 1 else types} if types else {}


def _bounds(schema: Schema) -> dict[str, Any]:
    """OpenAPI says by a boolean whether a bound itself is excluded."""
    made = {}
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if bound in schema:
            made[exclusive if schema.get(exclusive) else bound] = schema[bound]
    return made

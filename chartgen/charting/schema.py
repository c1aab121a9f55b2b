"""values.schema.json: from the values' models, specialised to one chart.

Draft-07 without any ``$ref``, patterns in RE2, closed objects: Helm 3 and 4 and pydantic accept and refuse the same.
Sections that no environment uses are left out, so that a ``--set`` can never be a silent no-op. Where only one value
is right, Helm itself says why: ``{"if": rule, "else": {"const": "<reason>"}}`` makes every Helm print the reason.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from chartgen.charting.library import NAME as LIBRARY
from chartgen.charting.values.root import section_order
from chartgen.charting.values_models.root import Values
from chartgen.models.docs import field_doc

Schema = dict[str, Any]

_DROPPED = ("title", "default", "description")


def schema(everywhere: Sequence[Mapping[str, Any]]) -> str:
    """The schema of a chart, from the complete values of all its environments, as text."""
    used = {key for values in everywhere for key in values}
    sections = {key: _section(key) for key in section_order() if key in used}
    special = _specialised(everywhere)
    properties = [
        *(_property(key, special.get(key) or section) for key, section in sections.items()),
        *(_property(key, json.dumps(value)) for key, value in _HELM_OWN.items()),
    ]
    required = sorted(key for key in sections if _is_required(key) and all(key in values for values in everywhere))
    return _document(properties, required)


_HELM_OWN: Mapping[str, Schema] = {
    "global": {"type": "object"},
    "enabled": {"type": "boolean"},
    "tags": {"type": "object"},
    LIBRARY: {"type": "object", "additionalProperties": False, "properties": {"global": {"type": "object"}}},
}
"""What Helm and an umbrella chart put beside a chart's own values."""


def _document(properties: Sequence[str], required: Sequence[str]) -> str:
    return "\n".join(
        [
            "{",
            '  "$schema": "http://json-schema.org/draft-07/schema#",',
            '  "type": "object",',
            '  "additionalProperties": false,',
            f'  "required": {json.dumps(required)},',
            '  "properties": {',
            ",\n".join(properties),
            "  }",
            "}",
            "",
        ]
    )


def _property(key: str, section: str) -> str:
    return f"    {json.dumps(key)}: {section}"


@cache
def _section(key: str) -> str:
    return _dump(_whole()["properties"][key])


def _dump(section: Schema) -> str:
    """One level a line, deeper ones packed: readable, and a third of the size of a line a key."""
    return json.dumps(section, ensure_ascii=False)


@cache
def _whole() -> Schema:
    raw = Values.model_json_schema(by_alias=True, mode="validation")
    inlined: Schema = _inlined(raw, raw["$defs"])
    _document_fields(inlined, Values)
    return inlined


@cache
def _is_required(key: str) -> bool:
    return key in _whole()["required"]


def _inlined(node: Any, definitions: Schema) -> Any:
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _inlined(definitions[node["$ref"].removeprefix("#/$defs/")], definitions)
    closed = {"additionalProperties": False} if "patternProperties" in node else {}
    return closed | {
        key: {name: _inlined(value, definitions) for name, value in entry.items()}
        if key == "properties"
        else _inlined(entry, definitions)
        for key, entry in node.items()
        if key not in ("$defs", *_DROPPED)
    }


def _document_fields(node: Schema, model: type[BaseModel]) -> None:
    """Put each field's documentation into the schema, where editors show it."""
    for name, info in model.model_fields.items():
        inner = node["properties"][info.alias or name]
        section = next((m for m in _models(info.annotation)), None)
        if section and "properties" in inner:
            _document_fields(inner, section)
        if doc := field_doc(model, name) or (_summary(section) if section else ""):
            node["properties"][info.alias or name] = {"description": doc, **inner}


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]


def _summary(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").split("\n", 1)[0]


def _specialised(everywhere: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    special = {
        "environment": _dump({**_whole()["properties"]["environment"], "enum": [v["environment"] for v in everywhere]}),
        "image": _dump(_image(everywhere)),
    }
    for key in ("identity", "fullnameOverride"):
        values = [values.get(key) for values in everywhere]
        if any(values):
            constant = {"const": values[0]} if values.count(values[0]) == len(values) else {"enum": _distinct(values)}
            special[key] = _dump({**_whole()["properties"][key], **constant})
    return special


def _distinct(values: Sequence[Any]) -> list[Any]:
    return [value for index, value in enumerate(values) if value not in values[:index]]


def _image(everywhere: Sequence[Mapping[str, Any]]) -> Schema:
    """The image: a tag that the generated digest would overrule is refused, and a missing pin is."""
    pairs = _distinct([(v["image"]["digest"], v["image"]["tag"]) for v in everywhere if v["image"]["digest"]])
    rules = [_ignored_tag(digest, [tag for d, tag in pairs if d == digest]) for digest in dict(pairs)]
    if any(not v["image"]["tag"] and not v["image"]["digest"] for v in everywhere):
        rules.append(_pin_demanded())
    section: Schema = _whole()["properties"]["image"]
    return {**section, "allOf": rules} if rules else section


def _ignored_tag(digest: str, tags: Sequence[str]) -> Schema:
    reason = (
        "the digest is what is pulled, so another tag would be ignored: "
        "pass --set image.tag=TAG --set image.digest=DIGEST, or --set image.digest= to pull by tag"
    )
    return {
        "if": {"properties": {"digest": {"const": digest}}},
        "then": {"properties": {"tag": {"if": {"enum": list(tags)}, "else": {"const": reason}}}},
    }


def _pin_demanded() -> Schema:
    reason = "whoever deploys pins the image: pass --set image.digest=DIGEST or --set image.tag=TAG"
    return {
        "if": {"properties": {"tag": {"const": ""}}},
        "then": {"properties": {"digest": {"if": {"minLength": 1}, "else": {"const": reason}}}},
    }

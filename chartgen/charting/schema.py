"""values.schema.json: from the values' models, specialised to one chart.

Draft-07 without any ``$ref``, patterns in RE2, closed objects: Helm 3 and 4 and pydantic accept and refuse the same.
Sections that no environment uses are left out, so that a ``--set`` can never be a silent no-op. Where only one value
is right, Helm itself says why: ``{"if": rule, "else": {"const": "<reason>"}}`` makes every Helm print the reason.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from chartgen.charting.library import NAME as LIBRARY
from chartgen.charting.values_facts import properties, required

Schema = dict[str, Any]


def schema(everywhere: Sequence[Mapping[str, Any]]) -> str:
    """The schema of a chart, from the complete values of all its environments, as text."""
    used = {key for values in everywhere for key in values}
    sections = {key: _section(key) for key in properties() if key in used}
    special = _specialised(everywhere)
    lines = [
        *(_property(key, special.get(key) or section) for key, section in sections.items()),
        *(_property(key, json.dumps(value)) for key, value in _HELM_OWN.items()),
    ]
    needed = sorted(key for key in sections if key in required() and all(key in values for values in everywhere))
    return _document(lines, needed)


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
    return _dump(properties()[key])


def _dump(section: Schema) -> str:
    """One level a line, deeper ones packed: readable, and a third of the size of a line a key."""
    return json.dumps(section, ensure_ascii=False)


def _specialised(everywhere: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    special = {
        "environment": _dump({**properties()["environment"], "enum": [v["environment"] for v in everywhere]}),
        "image": _dump(_image(everywhere)),
    }
    for key in ("identity", "fullnameOverride"):
        values = [values.get(key) for values in everywhere]
        if any(values):
            constant = {"const": values[0]} if values.count(values[0]) == len(values) else {"enum": _distinct(values)}
            special[key] = _dump({**properties()[key], **constant})
    return special


def _distinct(values: Sequence[Any]) -> list[Any]:
    return [value for index, value in enumerate(values) if value not in values[:index]]


def _image(everywhere: Sequence[Mapping[str, Any]]) -> Schema:
    """The image: a tag that the generated digest would overrule is refused, and an image without a pin is."""
    pairs = _distinct([(v["image"]["digest"], v["image"]["tag"]) for v in everywhere if v["image"]["digest"]])
    rules = [_ignored_tag(digest, [tag for d, tag in pairs if d == digest]) for digest in dict(pairs)]
    section: Schema = properties()["image"]
    return {**section, "allOf": [*rules, _pin_demanded()]}


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
    reason = "an image needs a tag or a digest: pass --set image.digest=DIGEST or --set image.tag=TAG"
    return {
        "if": {"properties": {"tag": {"const": ""}}},
        "then": {"properties": {"digest": {"if": {"minLength": 1}, "else": {"const": reason}}}},
    }

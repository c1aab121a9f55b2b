"""values.schema.json: from the values' models, specialised to one chart.

Draft-07 without any ``$ref``, patterns in RE2, closed objects: Helm 3 and 4 and pydantic accept and refuse the same.
Sections that no environment uses are left out, so that a ``--set`` can never be a silent no-op. Where only one value
is right, Helm itself says why: ``{"if": rule, "else": {"const": "<reason>"}}`` makes every Helm print the reason.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from chartgen.charting.kinds import kind_of
from chartgen.charting.library import NAME as LIBRARY
from chartgen.charting.values_facts import properties, required
from chartgen.layering.managed import OF_ALL, OF_OBJECT

Schema = dict[str, Any]
Values = Mapping[str, Any]


def schema(
    everywhere: Sequence[Values], rules: Sequence[Schema] = (), further: Mapping[str, Schema] = MappingProxyType({})
) -> str:
    """The schema of a chart, from the complete values of all its environments, presets' locks and further sections."""
    sections = {
        **_sections(everywhere),
        **{key: dump(section) for key, section in further.items()},
        **({"components": dump(_components(everywhere))} if any("components" in own for own in everywhere) else {}),
        **{key: json.dumps(value) for key, value in HELM_OWN.items()},
    }
    return document([entry(key, text) for key, text in sections.items()], _needed("chart", everywhere), rules)


def _sections(everywhere: Sequence[Values]) -> dict[str, str]:
    """The schema of each section that some environment uses, as text."""
    used = {key for values in everywhere for key in values}
    special = _specialised(everywhere)
    return {key: special.get(key) or _section(key) for key in properties() if key in used}


def _needed(of: str, everywhere: Sequence[Values]) -> list[str]:
    """Sections that values must have, as far as all environments have them."""
    needed = required(of, kind_of(everywhere[0]))
    return sorted(key for key in needed if all(key in values for values in everywhere))


def _components(everywhere: Sequence[Values]) -> Schema:
    names = list(dict.fromkeys(name for own in everywhere for name in own["components"]))
    return {
        "description": properties()["components"]["description"],
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in names if all(name in own["components"] for own in everywhere)],
        "properties": {name: _component(name, everywhere) for name in names},
    }


def _component(name: str, everywhere: Sequence[Values]) -> Schema:
    own = [values["components"][name] for values in everywhere if name in values["components"]]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": _needed("component", own),
        "properties": {key: json.loads(text) for key, text in _sections(own).items()},
    }


HELM_OWN: Mapping[str, Schema] = {
    "global": {"type": "object"},
    "enabled": {"type": "boolean"},
    "tags": {"type": "object"},
    LIBRARY: {"type": "object", "additionalProperties": False, "properties": {"global": {"type": "object"}}},
}
"""What Helm and an umbrella chart put beside a chart's own values."""


def document(properties: Sequence[str], required: Sequence[str], rules: Sequence[Schema] = ()) -> str:
    """The whole file."""
    locked = ['  "allOf": [', ",\n".join(f"    {dump(rule)}" for rule in rules), "  ],"] if rules else []
    return "\n".join(
        [
            "{",
            '  "$schema": "http://json-schema.org/draft-07/schema#",',
            '  "type": "object",',
            '  "additionalProperties": false,',
            f'  "required": {json.dumps(required)},',
            *locked,
            '  "properties": {',
            ",\n".join(properties),
            "  }",
            "}",
            "",
        ]
    )


def entry(key: str, section: str) -> str:
    """A section under its key."""
    return f"    {json.dumps(key)}: {section}"


@cache
def _section(key: str) -> str:
    return dump(properties()[key])


def dump(section: Schema) -> str:
    """One level a line, deeper ones packed: readable, and a third of the size of a line a key."""
    return json.dumps(section, ensure_ascii=False)


def _specialised(everywhere: Sequence[Values]) -> dict[str, str]:
    special = {}
    if "environment" in everywhere[0]:
        names = [values["environment"] for values in everywhere]
        special["environment"] = dump({**properties()["environment"], "enum": names})
    if images := [values["image"] for values in everywhere if "image" in values]:
        special["image"] = dump(_image(images))
    for key in ("identity", "fullnameOverride"):
        values = [values.get(key) for values in everywhere]
        if any(values):
            constant = {"const": values[0]} if values.count(values[0]) == len(values) else {"enum": _distinct(values)}
            special[key] = dump({**properties()[key], **constant})
    for key in ("patches", "extraManifests"):
        if names := sorted({name for values in everywhere for name in values.get(key, {})}):
            special[key] = dump(_only(properties()[key], names))
    if "patches" in special:
        section = json.loads(special["patches"])
        laid = {key: {**entry, **_beside(key)} for key, entry in section["properties"].items()}
        special["patches"] = dump({**section, "properties": laid})
    return special


def _beside(key: str) -> Schema:
    """Without the fields of an object that the chart prints itself: a patch would overrule what is locked."""
    whole: Schema = {}
    for path in {**OF_ALL, **OF_OBJECT.get(key.partition("/")[0], {})}:
        *sections, last = path.split(".")
        inside = whole
        for part in sections:
            inside = inside.setdefault("properties", {}).setdefault(part, {})
        inside.setdefault("properties", {})[last] = False
    return whole


def _only(section: Schema, names: Sequence[str]) -> Schema:
    """A map of what the chart has a template for, and of nothing else."""
    entry = next(iter(section["patternProperties"].values()))
    rest = {key: value for key, value in section.items() if key not in ("patternProperties", "propertyNames")}
    return {**rest, "additionalProperties": False, "properties": dict.fromkeys(names, entry)}


def _distinct(values: Sequence[Any]) -> list[Any]:
    return [value for index, value in enumerate(values) if value not in values[:index]]


def _image(images: Sequence[Values]) -> Schema:
    """The image: a tag that the generated digest would overrule is refused, and an image without a pin is."""
    pairs = _distinct([(image["digest"], image["tag"]) for image in images if image["digest"]])
    rules = [_ignored_tag(digest, [tag for d, tag in pairs if d == digest]) for digest in dict(pairs)]
    section: Schema = properties()["image"]
    return {**section, "allOf": [*rules, *section["allOf"]]}


def _ignored_tag(digest: str, tags: Sequence[str]) -> Schema:
    reason = (
        "the digest is what is pulled, so another tag would be ignored: "
        "pass --set image.tag=TAG --set image.digest=DIGEST, or --set image.digest= to pull by tag"
    )
    return {
        "if": {"properties": {"digest": {"const": digest}}},
        "then": {"properties": {"tag": {"if": {"enum": list(tags)}, "else": {"const": reason}}}},
    }

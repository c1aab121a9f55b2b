"""What follows from the values' models: the schema of every section, and the documentation of every key.

It is derived once and committed (``chartgen/charting/values_facts.json``), so that a run needs neither the models nor
their JSON Schema: that saves a quarter of the start. ``python -m tools.values_facts`` writes it, a test compares.
"""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from chartgen.charting.values_models.namespace import NamespaceValues
from chartgen.charting.values_models.root import NEEDED_BY_KIND, ComponentValues, Values
from chartgen.models.docs import field_doc

Schema = dict[str, Any]

_DROPPED = ("title", "default", "description")


def derive() -> dict[str, Any]:
    """Sections in their order, which of them a values file needs, and the documentation of keys by dotted path.

    A component's sections are the main workload's, so ``components`` has no schema of its own here.
    """
    raw = Values.model_json_schema(by_alias=True, mode="validation")
    raw["properties"]["components"] = {"type": "object"}
    whole: Schema = _inlined(raw, raw["$defs"])
    _document_fields(whole, Values)
    comments = {".".join(path): text for path, text in _documented(Values, ())}
    needed: dict[str, Any] = {
        "chart": whole["required"],
        "component": ComponentValues.model_json_schema(by_alias=True)["required"],
        **{kind: sorted(keys) for kind, keys in NEEDED_BY_KIND.items()},
    }
    return {"properties": whole["properties"], "required": needed, "comments": comments}


def derive_namespace() -> dict[str, Any]:
    """The same of a namespace's chart."""
    raw = NamespaceValues.model_json_schema(by_alias=True, mode="validation")
    whole: Schema = _inlined(raw, raw["$defs"])
    _document_fields(whole, NamespaceValues)
    comments = {".".join(path): text for path, text in _documented(NamespaceValues, ())}
    return {"properties": whole["properties"], "required": {"chart": whole["required"]}, "comments": comments}


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


def _documented(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, info in model.model_fields.items():
        here = (*path, info.alias or name)
        section = _section(info.annotation)
        if doc := field_doc(model, name) or (_summary(section) if section and not path else ""):
            yield here, doc
        if section:
            yield from _documented(section, here)


def _section(annotation: object) -> type[BaseModel] | None:
    """The model of a mapping with known keys; none for maps, lists and scalars."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    options = [part for part in get_args(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]
    return options[0] if options and not hasattr(annotation, "__origin__") else None

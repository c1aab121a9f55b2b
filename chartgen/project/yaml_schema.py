"""The JSON Schema of service.yaml and its like: editors complete and check the file with it."""

import json
from typing import Any

from pydantic import BaseModel

from chartgen.models import docs
from chartgen.models.namespace import Namespace
from chartgen.models.preset import Preset
from chartgen.models.service import Service
from chartgen.project.shapes import models_within


def service_schema() -> str:
    """Of service.yaml: draft 2020-12, with the strings under the fields as descriptions."""
    return _schema(Service)


def namespace_schema() -> str:
    """The same of namespace.yaml."""
    return _schema(Namespace)


def preset_schema() -> str:
    """The same of a preset's file."""
    return _schema(Preset)


def _schema(of: type[Service | Namespace | Preset]) -> str:
    schema = of.model_json_schema(by_alias=True)
    models = {model.__name__: model for model in _models(of, {})}
    for name, definition in {**schema.get("$defs", {}), of.__name__: schema}.items():
        if name in models:
            _describe(definition, models[name])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"chartgen {of.__name__.lower()}.yaml"}
    return json.dumps({**head, **_without_titles(schema), "required": ["name"]}, indent=2, ensure_ascii=False) + "\n"


def _models(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> list[type[BaseModel]]:
    seen[model.__name__] = model
    for info in model.model_fields.values():
        for inner in models_within(info.annotation):
            if inner.__name__ not in seen:
                _models(inner, seen)
    return list(seen.values())


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    whole = next((part for part in definition.get("anyOf", ()) if "properties" in part), definition)
    whole["description"] = (model.__doc__ or "").split("\n\n", 1)[0]
    for name, info in model.model_fields.items():
        if doc := docs.field_doc(model, name):
            alias = info.alias or name
            whole["properties"][alias] = {**whole["properties"][alias], "description": doc}


def _without_titles(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: {name: _without_titles(value) for name, value in entry.items()}
        if key == "properties"
        else _without_titles(entry)
        for key, entry in node.items()
        if key != "title" or not isinstance(entry, str)
    }

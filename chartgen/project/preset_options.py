"""The options of a preset's function: known ones, of the types that its keywords have."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from chartgen.errors import Message
from chartgen.project.lines import Line, Source
from chartgen.project.mistakes import messages_of_options
from chartgen.project.shapes import FieldPath


def checked(
    function: Callable[..., Any], given: Mapping[str, Any], asker: Source, at: FieldPath
) -> tuple[dict[str, Any], list[Message]]:
    """The options as the function takes them, and what is wrong with them, at the asker's line."""
    model = _model(function)
    try:
        options = model.model_validate(dict(given))
    except ValidationError as error:

        def line(path: FieldPath) -> Line:
            return asker.line((*at, "options", *path))

        details = error.errors(include_url=False)
        return {}, list(messages_of_options(model, details, line, asker.spell((*at, "options"))))
    return {name: getattr(options, name) for name in type(options).model_fields if name in given}, []


def _model(function: Callable[..., Any]) -> type[BaseModel]:
    """A model of the function's keywords."""
    hints = get_type_hints(function)
    fields: dict[str, Any] = {
        name: (hints.get(name, Any), ... if one.default is inspect.Parameter.empty else one.default)
        for name, one in inspect.signature(function).parameters.items()
    }
    return create_model("Options", __config__=ConfigDict(extra="forbid", strict=True), **fields)

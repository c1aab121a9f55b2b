"""A bad document for each constraint of each field, derived from the models; and for each limit one that is good."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from chartgen.models.base import MUST
from tests.hostile.document import Path, laid_over, nested
from tests.hostile.fields import Shape, Value, matching, values_of
from tests.sizes import size


@dataclass(frozen=True)
class Case:
    """One document and what is wrong with it, if anything."""

    cause: str
    path: Path
    """Where the message has to point: the line of this key or item."""

    data: Mapping[str, Any]
    text: str = ""
    """What the message has to hold, where that is known."""

    hint: str = ""
    good: bool = False
    """It is at the limit: what the message of its twin beyond the limit says must not be said of it."""

    def __str__(self) -> str:
        return f"{self.cause} {'.'.join(map(str, self.path))}"


def cases(root: type[BaseModel]) -> Iterator[Case]:
    """Every way to get a document of this model wrong in one place, as far as the models know."""
    for value in values_of(root):
        if value.is_key:
            yield from _bad_keys(value)
            continue
        yield from _wrong_type(value)
        for shape in value.shapes:
            yield from _beyond(value, shape)
            yield from _not_in_list(value, shape)
            if shape.is_model:
                yield from _unknown_fields(value, shape.of)
                yield from _missing(value, shape.of)


def _wrong_type(value: Value) -> Iterator[Case]:
    """A value of each JSON type that the models do not take there."""
    bad = {name: one for name, one in TYPES.items() if not any(_takes(shape, one) for shape in value.shapes)}
    if not any(shape.is_map or shape.is_model or shape.of is Any for shape in value.shapes):
        bad["mapping"] = {"surely": "no"}
    if not any(shape.of is None or _takes(shape, None) for shape in value.shapes):
        bad["null"] = None
    first = len(str(value)) % max(len(bad), 1)
    for name in list(bad)[first:][: size(1, 9)] + list(bad)[:first][: size(0, 9)]:
        yield Case(f"type {name}", value.path, _data(value, bad[name]))


def _takes(shape: Shape, bad: Any) -> bool:
    """Whether a shape takes values of this type, or can be written short by one."""
    if shape.of is Any:
        return True
    if shape.is_model:
        validators = shape.of.__pydantic_decorators__.model_validators.values()
        return _is_prepared(shape) or any(one.info.mode == "before" for one in validators)
    if shape.is_map:
        return _is_prepared(shape)
    if shape.is_list:
        return isinstance(bad, list) or _is_prepared(shape)
    if get_origin(shape.of) is Literal:
        return any(type(one) is type(bad) for one in get_args(shape.of))
    return type(bad) is shape.of or (shape.of is float and isinstance(bad, int))


def _is_prepared(shape: Shape) -> bool:
    """Whether the field has a reading of its own before its type is asked."""
    return any(type(one).__name__ == "BeforeValidator" for one in shape.metadata)


def _beyond(value: Value, shape: Shape) -> Iterator[Case]:
    if shape.least is not None:
        text = f"must be at least {shape.least}, not {shape.least - 1}"
        yield Case("below", value.path, _data(value, shape.least - 1), text)
        yield Case("at least", value.path, _data(value, shape.least), text, good=True)
    if shape.most is not None:
        text = f"must be at most {shape.most}, not {shape.most + 1}"
        yield Case("above", value.path, _data(value, shape.most + 1), text)
        yield Case("at most", value.path, _data(value, shape.most), text, good=True)
    if shape.of is str:
        yield from _bad_text(value, shape)
    if shape.is_list and shape.shortest:
        yield Case("empty list", value.path, _data(value, []), "must not be empty")


def _bad_text(value: Value, shape: Shape) -> Iterator[Case]:
    bad = next((text for text in NO_MATCH if shape.pattern and not re.search(shape.pattern, text)), None)
    if bad is not None:
        yield Case("pattern", value.path, _data(value, bad))
    if shape.shortest and not shape.pattern:
        yield Case("empty", value.path, _data(value, ""), "must not be empty")
    if shape.longest:
        text = f"is longer than {shape.longest} characters"
        yield Case("too long", value.path, _data(value, long_text(shape, shape.longest + 1)), text)
        yield Case("longest", value.path, _data(value, long_text(shape, shape.longest)), text, good=True)
    if not shape.pattern:
        yield Case("control", value.path, _data(value, "a\x07b"), "holds the control character U+0007")


def _not_in_list(value: Value, shape: Shape) -> Iterator[Case]:
    if get_origin(shape.of) is Literal and isinstance(word := max(get_args(shape.of), key=str), str) and len(word) > 1:
        yield Case("not in list", value.path, _data(value, f"{word}x"), hint=_meant(value, word))


def _meant(value: Value, word: str) -> str:
    """The hint, where nothing else may stand there."""
    return f"did you mean {word!r}?" if sum(shape.of is not None for shape in value.shapes) == 1 else ""


def _unknown_fields(value: Value, model: type[BaseModel]) -> Iterator[Case]:
    field = next(iter(model.model_fields.values()))
    key, known = f"{field.alias}Xx", {info.alias for info in model.model_fields.values()}
    if key not in known:
        yield Case("unknown", (*value.path, key), _data(value, {key: 1}), "no such field", "did you mean ")


def _missing(value: Value, model: type[BaseModel]) -> Iterator[Case]:
    models = [shape for shape in value.shapes if shape.is_model]
    required = [info for info in model.model_fields.values() if info.default is MUST or info.is_required()]
    if required and value.path[-1] != "image" and len(models) == 1:  # an image's rest may come from another layer
        yield Case("missing", value.path, _data(value, {}))


def _bad_keys(value: Value) -> Iterator[Case]:
    """A key that breaks its pattern, and one that is too long."""
    [shape] = value.shapes
    keys = {"key": next((text for text in NO_MATCH if shape.pattern and not re.search(shape.pattern, text)), None)}
    keys["long key"] = long_text(shape, shape.longest + 1) if shape.longest else None
    for cause, key in keys.items():
        if key is not None:
            path = (*value.path[:-1], key)
            yield Case(cause, path, laid_over(value.around, nested(path, "a")))


def long_text(shape: Shape, length: int) -> str:
    """A text of that length, which matches the pattern where a way to one is known."""
    if not shape.pattern:
        return "a" * length
    text = matching(shape.pattern)
    tries = [text + fill * (length - len(text)) for fill in ("a", "1", "A", "/a" * length, ".a" * length)]
    tries += [fill * (length - len(text)) + text for fill in ("a", "1")]
    fitting = [one[:length] for one in tries if re.search(shape.pattern, one[:length])]
    return fitting[0] if fitting else text[:1] * length


def _data(value: Value, bad: Any) -> Mapping[str, Any]:
    data: Mapping[str, Any] = laid_over(value.around, nested(value.path, bad))
    return data


TYPES = {"text": "no type like this", "number": 1, "decimal": 1.5, "truth": True, "list": [1]}

NO_MATCH = ("", "\n", " ", "no such / Thing:", "ä ö", "-", "%")
"""Texts of which each pattern refuses one."""

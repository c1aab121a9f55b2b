"""What every model shares: closed, frozen, strict; every field may be omitted in a layer; a model knows its call.

A model is written by an author in Python (``Service(name="orders-api", …)``), by a platform team in a preset, or read
from YAML. It is a *layer*: fields carry only constraints of their own, and required ones default to ``MUST``, which
the merged whole refuses. What joins two fields is a rule of ``chartgen.layering``.
"""

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeGuard, TypeVar, cast, dataclass_transform

import pydantic
from pydantic import BaseModel, Field, GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.alias_generators import to_camel

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema, ErrorDetails
else:
    ModelMetaclass = type(BaseModel)

MUST: Any = pydantic.MISSING
"""The default of a field that some layer has to set: ``str`` for every reader, omittable in every layer."""


@dataclass(frozen=True)
class Call:
    """Where a model was built: the code object and the instruction in it, resolved to a line only when asked."""

    code: CodeType
    instruction: int


@dataclass(frozen=True)
class Mistake:
    """What pydantic refused in one call of a model."""

    call: Call
    model: "type[Model]"
    errors: "list[ErrorDetails]"


_mistakes: ContextVar[list[Mistake] | None] = ContextVar("mistakes", default=None)


@contextmanager
def collecting_mistakes() -> Generator[list[Mistake], None, None]:
    """While a service file runs: note what is refused, drop it and go on, so that all of it is reported at once."""
    found: list[Mistake] = []
    token = _mistakes.set(found)
    try:
        yield found
    finally:
        _mistakes.reset(token)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class ModelMeta(ModelMetaclass):
    """Makes mypy and pyright refuse the same mistakes, whatever plugin or setting the author has."""


class Model(
    BaseModel,
    metaclass=ModelMeta,
    frozen=True,
    extra="forbid",
    strict=True,
    alias_generator=to_camel,
    validate_by_name=True,
    validate_by_alias=True,
    serialize_by_alias=True,
):
    """A part of a service's description."""

    __slots__ = ("_call",)

    rivals: ClassVar[tuple[frozenset[str], ...]] = ()
    """Alternatives: saying one of them takes back the others in lower layers."""

    positional: ClassVar[tuple[str, ...]] = ()
    """Fields that may be given without their name, in this order."""

    if not TYPE_CHECKING:

        def __init__(self, /, *words: Any, **said: Any) -> None:
            call = _caller(sys._getframe(1))  # noqa: SLF001 - the documented way to the calling frame
            said = _named(type(self), words, said)
            try:
                super().__init__(**said)
            except ValidationError as error:
                found = _mistakes.get()
                if found is None:
                    raise
                found.append(Mistake(call, type(self), error.errors(include_url=False)))
                super().__init__(**_without(said, error))
            object.__setattr__(self, "_call", call)

        # Without it pydantic calls __init__ for every nested dict, and validation takes twice as long.
        __init__.__pydantic_base_init__ = True

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Itself: it is frozen, and pydantic would copy every section's default for every spec."""
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; changing fields on the way is refused, since pydantic would not validate them."""
        if update:
            msg = "model_copy(update=…) validates nothing; build a new model or use an Overlay"
            raise TypeError(msg)
        return super().model_copy(deep=deep)


def called_from(model: "M", frame: FrameType | None) -> "M":
    """The model, as if it had been built there: a message is then told at the author's line."""
    if frame is not None:
        object.__setattr__(model, "_call", _caller(frame))
    return model


def call_of(model: Model) -> Call | None:
    """Where the model was built; None for one that was read from data."""
    return getattr(model, "_call", None)


M = TypeVar("M", bound=Model)


def _caller(frame: Any) -> Call:
    return Call(frame.f_code, frame.f_lasti)


def _named(model: type[Model], words: tuple[Any, ...], said: dict[str, Any]) -> dict[str, Any]:
    if len(words) > len(model.positional):
        msg = f"{model.__name__} takes {len(model.positional)} positional arguments; name the others"
        raise TypeError(msg)
    return {**dict(zip(model.positional, words, strict=False)), **said}


def _without(said: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    wrong = {detail["loc"][0] if detail["loc"] else None for detail in error.errors(include_url=False)}
    if None in wrong:
        return {}
    return {name: value for name, value in said.items() if name not in wrong and to_camel(name) not in wrong}


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """For type checkers: a mapping of anything."""
    return isinstance(value, Mapping)


def present(entries: Mapping[str, Any]) -> dict[str, Any]:
    """A map without the entries that a layer took back."""
    return {key: value for key, value in entries.items() if value is not None}


def without_none(entries: Any) -> Any:
    """A map without the entries that a layer took back."""
    if is_mapping(entries):
        return {key: value for key, value in entries.items() if value is not None}
    return entries


def written_out(value: "M | str | int") -> "M":
    """For type checkers: what an author may write short is always the model once it is read."""
    return cast("M", value)


class Shorthand(Model):
    """A model that may be written as its most important field alone: ``3000`` for ``Port(port=3000)``."""

    scalar: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: Any) -> Any:
        if is_mapping(value) or isinstance(value, cls):
            return value
        return {cls.scalar: value}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: "CoreSchema", handler: GetJsonSchemaHandler) -> "JsonSchemaValue":
        whole = handler.resolve_ref_schema(handler(schema))
        alias = cls.model_fields[cls.scalar].alias or cls.scalar
        return {"anyOf": [whole["properties"][alias], whole]}

"""What a lock demands, and of which fields: its path read, its values as the field takes them, if it can be met.

A field's path is written with dots, ``labels["example.com/team"]`` where a key has some of its own. ``*`` is every
entry of a map or list; in front it is every container, of components too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic import Field as PydanticField
from pydantic_core import SchemaError

from chartgen.errors import Message
from chartgen.models.base import Shorthand
from chartgen.models.locks import Lock
from chartgen.models.namespace import Namespace, NamespacePreset, NamespaceSpec
from chartgen.models.preset import Preset
from chartgen.models.service import Service, Spec
from chartgen.models.types import QUANTITY, millis
from chartgen.project.lines import Line, Source
from chartgen.project.mistakes import expectation, suggestion
from chartgen.project.shapes import FieldPath, entry_of, find_field, models_of

Sort = Literal["number", "quantity", "text", "bool", "list", "map", "section"]
"""What a field's value is, as far as demands differ by it."""

_PART = re.compile(r'(?:^|\.)([A-Za-z_*][-\w]*)|\["([^"\]]+)"\]|\[(\*)\]')
Root = type[BaseModel]
"""What a path begins in."""

_ROOTS: Mapping[Root, frozenset[str]] = {
    Spec: frozenset(Service.model_fields) & frozenset(Spec.model_fields),
    NamespaceSpec: frozenset(Namespace.model_fields) & frozenset(NamespaceSpec.model_fields),
}
_CONTAINERS: tuple[FieldPath, ...] = tuple(
    (*workload, *container)
    for workload in ((), ("components", "*"))
    for container in ((), ("sidecars", "*"), ("init_containers", "*"))
)
"""Where every container stands, of the main workload and of components."""


class NoSuchField(ValueError):
    """A path leads nowhere; the text says from where on, the hint what was meant."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(text)
        self.hint = hint


class Unmeetable(ValueError):
    """A lock demands what its field can never be."""


@dataclass(frozen=True)
class Field:
    """A field that a lock speaks of."""

    path: FieldPath
    """Its names in Python and keys; ``*`` for every entry."""

    annotation: Any
    """What it takes, its constraints included."""

    implied: int = 0
    """Parts at the path's end that nobody has to write: the value of what may be written short."""

    root: Root = Spec

    def takes(self, value: Any) -> bool:
        """Whether the field may have the value."""
        try:
            _adapter(self.annotation).validate_python(value, strict=True)
        except ValidationError:
            return False
        return True


@dataclass(frozen=True)
class Demand:
    """What a lock wants of a field's value, in the form in which the field keeps it."""

    one_of: tuple[Any, ...] | None = None
    least: int | str | None = None
    most: int | str | None = None
    matches: str | None = None
    presence: Literal["present", "absent", ""] = ""
    if_set: bool = False

    @property
    def is_of_a_value(self) -> bool:
        """Whether it speaks of what the value is, and not only of whether there is one."""
        return any(one is not None for one in (self.one_of, self.least, self.most, self.matches))

    def is_met(self, value: Any) -> bool:
        """Whether a value is right; nothing, empty text and empty maps count as unset."""
        if is_unset(value):
            return self.presence != "present" and (self.if_set or not self.is_of_a_value)
        return self.presence != "absent" and all(self._judgements(value))

    def _judgements(self, value: Any) -> Iterator[bool]:
        if self.one_of is not None:
            yield any(_same(value, one) for one in self.one_of)
        if self.least is not None:
            yield size(value) >= size(self.least)
        if self.most is not None:
            yield size(value) <= size(self.most)
        if self.matches is not None:
            yield isinstance(value, str) and _finds(self.matches, value)

    def __str__(self) -> str:
        words = " and ".join(self._words())
        return f"{words}, or not set" if self.if_set else words

    def _words(self) -> Iterator[str]:
        if self.one_of is not None:
            yield " or ".join(map(repr, self.one_of))
        if self.least is not None:
            yield f"at least {self.least}"
        if self.most is not None:
            yield f"at most {self.most}"
        if self.matches is not None:
            yield f"text that matches {self.matches}"
        if self.presence:
            yield "set" if self.presence == "present" else "not set"


@dataclass(frozen=True)
class PlacedLock:
    """A lock, where it stands, and the fields that it speaks of."""

    lock: Lock
    preset: str
    source: Source
    at: FieldPath
    fields: tuple[tuple[Field, Demand], ...]

    @property
    def line(self) -> Line:
        """The line that says it; looked up only where it is asked for."""
        return self.source.line(self.at)


def root_of(preset: Preset | NamespacePreset) -> Root:
    """What a preset speaks of."""
    return NamespaceSpec if isinstance(preset, NamespacePreset) else Spec


def read_locks(preset: Preset | NamespacePreset, source: Source) -> tuple[tuple[PlacedLock, ...], list[Message]]:
    """A preset's locks, those that follow from its registries too, and what is wrong with the others."""
    placed: list[PlacedLock] = []
    messages: list[Message] = []
    for at, lock in _locks(preset):
        try:
            placed.append(PlacedLock(lock, preset.name, source, at, tuple(_demands(lock, root_of(preset)))))
        except (NoSuchField, Unmeetable) as error:
            line = source.line(at)
            hint = error.hint if isinstance(error, NoSuchField) else ""
            messages.append(Message(line.file, line.number, source.spell(at), str(error), hint))
    return tuple(placed), messages


def parse(text: str) -> FieldPath:
    """The parts of a path.

    Raises NoSuchField for what is no path at all.
    """
    parts, position = [], 0
    while position < len(text):
        found = _PART.match(text, position)
        if not found:
            raise NoSuchField(
                f"is {text!r}, which is no field's path", 'write autoscaling.min_replicas or labels["a/b"]'
            )
        parts.append(next(part for part in found.groups() if part is not None))
        position = found.end()
    return tuple(parts)


@cache
def field_at(path: FieldPath, root: Root = Spec) -> Field:
    """The field of a service, or of a namespace, that a path leads to.

    Raises NoSuchField where there is none.
    """
    annotation: Any = root
    names: list[str] = []
    for part in map(str, path):
        found = next((one for model in models_of(annotation) if (one := _known(model, part))), None)
        if found:
            model, name = found
            annotation = _with_constraints(model, name)
            names.append(name)
        elif (entry := _entry(annotation)) is not None and not models_of(annotation):
            annotation = entry
            names.append(part)
        else:
            raise NoSuchField(f"leads to {part!r}, which is no field", _did_you_mean(annotation, part))
    return Field(tuple(names), annotation, root=root)


def contradiction(locks: Sequence[tuple[PlacedLock, Field, Demand]]) -> tuple[PlacedLock, PlacedLock] | None:
    """Two locks of one field that no value meets together; None where there are none."""
    for index, (later, field, demand) in enumerate(locks):
        earlier = [(one, other) for one, at, other in locks[:index] if _overlap(at.path, field.path)]
        if earlier and not meetable([demand, *(other for _, other in earlier)], field):
            guilty = next((one for one, other in earlier if not meetable([demand, other], field)), earlier[0][0])
            return guilty, later
    return None


def meetable(demands: Sequence[Demand], field: Field) -> bool:
    """Whether some value of the field meets all demands, as far as that can be told."""
    if any(one.presence == "absent" for one in demands):
        return all(one.is_met(None) for one in demands) and _can_be_unset(field)
    choices = _choices(demands, field)
    if choices is not None:
        return any(field.takes(one) and all(demand.is_met(one) for demand in demands) for one in choices)
    least = max((one.least for one in demands if one.least is not None), key=size, default=None)
    most = min((one.most for one in demands if one.most is not None), key=size, default=None)
    ends = [one for one in (least, most) if one is not None]
    return (least is None or most is None or size(least) <= size(most)) and all(field.takes(one) for one in ends)


def is_entry(field: Field) -> bool:
    """Whether the last part that is written is a key of a map, which need not be there."""
    above = field.path[: -1 - field.implied]
    return bool(above) and not models_of(field_at(above, field.root).annotation)


def size(value: Any) -> int:
    """A number or quantity in thousandths, for comparing two."""
    return millis(value) if isinstance(value, str) else value * 1000


def is_unset(value: Any) -> bool:
    """Nothing, empty text, an empty map or list; False and 0 are values."""
    return value is None or (isinstance(value, (str, list, tuple, dict)) and not value)


def _same(value: Any, one: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return isinstance(one, (list, tuple)) and list(value) == list(one)
    return type(value) is type(one) and value == one  # True is no 1


def _locks(preset: Preset | NamespacePreset) -> Iterator[tuple[FieldPath, Lock]]:
    yield from ((("locks", index), lock) for index, lock in enumerate(preset.locks))
    if isinstance(preset, Preset) and preset.registries:
        places = "|".join(map(re.escape, preset.registries))
        reason = f"images come from {' or '.join(preset.registries)}"
        yield ("registries",), Lock("*.image.repository", matches=f"^({places})(/.*)?$", reason=reason)


def _demands(lock: Lock, root: Root) -> Iterator[tuple[Field, Demand]]:
    for name in ("field", "reason"):
        if not isinstance(getattr(lock, name), str):
            raise Unmeetable(f"has no {name}")
    for one in _fields(parse(lock.field), root):
        field, demand = _demand(lock, one)
        if not meetable([demand], field):
            raise Unmeetable(f"can't be met: no value of {lock.field} is {demand}")
        yield field, demand


def _fields(path: FieldPath, root: Root) -> list[Field]:
    """The fields behind a path: several, where it starts with every container."""
    if path[:1] != ("*",) or root is NamespaceSpec:
        return [field_at(path, root)]
    found = []
    for prefix in _CONTAINERS:
        try:
            found.append(field_at((*prefix, *path[1:])))
        except NoSuchField:
            if not prefix:
                raise
    return found


def _demand(lock: Lock, field: Field) -> tuple[Field, Demand]:
    """The demand in the field's own terms; a model that may be written as one value stands for that value."""
    presence: Literal["present", "absent", ""] = "present" if lock.present else "absent" if lock.absent else ""
    if lock.present and lock.absent:
        raise Unmeetable("demands both present and absent")
    if lock.if_set and presence:
        raise Unmeetable(f"demands it {presence}, and that only if set: take if_set away, or say what it may be")
    values = [lock.equals] if lock.equals is not None else lock.one_of
    choices = None if values is None else tuple(values)
    demand = Demand(choices, lock.at_least, lock.at_most, lock.matches, presence, lock.if_set)
    if not demand.is_of_a_value:
        if not presence:
            raise Unmeetable("demands nothing: say equals, one_of, at_least, at_most, matches, present or absent")
        return field, demand
    field = _scalar(field)
    _refuse_other_sorts(demand, field, lock.field)
    return field, _as_kept(demand, field, lock.field)


def _scalar(field: Field) -> Field:
    models = models_of(field.annotation)
    shorthand = next((model for model in models if issubclass(model, Shorthand)), None)
    return replace(field_at((*field.path, shorthand.scalar), field.root), implied=1) if shorthand else field


def _refuse_other_sorts(demand: Demand, field: Field, path: str) -> None:
    sorts = set(_sorts(field.annotation))
    if sorts & {"section", "map"}:
        raise Unmeetable(f"demands a value of {path}, which is a {min(sorts & {'section', 'map'})}; lock a field in it")
    if (demand.least is not None or demand.most is not None) and sorts not in ({"number"}, {"quantity"}):
        raise Unmeetable(f"has at_least or at_most, and {path} is neither a number nor a quantity")
    if demand.matches is not None:
        if not sorts & {"text", "quantity"}:
            raise Unmeetable(f"has matches, and {path} is no text")
        _refuse_wrong_pattern(demand.matches)


def _refuse_wrong_pattern(pattern: str) -> None:
    try:
        re.compile(pattern)
        _pattern(pattern)
    except (SchemaError, re.error) as error:
        reason = str(error).strip().splitlines()[-1].strip().removeprefix("error: ")
        raise Unmeetable(f"has {pattern!r}, which is no regular expression that Helm reads: {reason}") from None


def _as_kept(demand: Demand, field: Field, path: str) -> Demand:
    def kept(value: Any) -> Any:
        try:
            return _adapter(field.annotation).validate_python(value, strict=True)
        except ValidationError as error:
            raise Unmeetable(f"can't be met: {path} is never {value!r}, since it {_why(error)}") from None

    values = demand.one_of and tuple(map(kept, demand.one_of))
    least, most = (one if one is None else kept(one) for one in (demand.least, demand.most))
    return replace(demand, one_of=values, least=least, most=most)


def _why(error: ValidationError) -> str:
    return expectation(error.errors(include_url=False)[0])


def _choices(demands: Sequence[Demand], field: Field) -> list[Any] | None:
    """All values that come into question, where they are few."""
    stated = next((demand.one_of for demand in demands if demand.one_of is not None), None)
    if stated is not None:
        return list(stated)
    words = list(literals(field.annotation))
    return words if any(demand.is_of_a_value for demand in demands) and words else None


def literals(annotation: Any) -> Iterator[Any]:
    """The values that a field takes, where they are words or true and false."""
    if annotation is bool:
        yield from (True, False)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) is Annotated or NoneType in get_args(annotation):
        parts = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
        for part in parts:
            yield from literals(part)


def _can_be_unset(field: Field) -> bool:
    sorts = set(_sorts(field.annotation))
    if is_entry(field):
        return True
    return field.takes(None) or bool(sorts & {"map", "list"}) or ("text" in sorts and field.takes(""))


def _entry(annotation: Any) -> Any:
    """What a map's or list's entries are; of raw data, which nothing describes, anything."""
    return Any if annotation is Any else entry_of(annotation)


def _sorts(annotation: Any) -> Iterator[Sort]:
    origin = get_origin(annotation)
    if annotation in (bool, int, str):
        names: dict[Any, Sort] = {bool: "bool", int: "number", str: "text"}
        yield names[annotation]
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield "section"
    elif origin is Annotated:
        inner, *metadata = get_args(annotation)
        is_quantity = any(getattr(one, "pattern", None) == QUANTITY for one in _flat(metadata))
        if is_quantity:
            yield "quantity"
        else:
            yield from _sorts(inner)
    elif origin is Literal or annotation is Any:
        yield "text"
    elif isinstance(origin, type) and entry_of(annotation) is not None and not models_of(annotation):
        yield "map" if len(get_args(annotation)) == 2 and "Mapping" in str(origin) else "list"
    else:
        for part in get_args(annotation):
            yield from _sorts(part)


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for one in metadata:
        yield one
        yield from getattr(one, "metadata", ())


def _known(model: type[BaseModel], part: str) -> tuple[type[BaseModel], str] | None:
    found = find_field(model, part)
    return found if found and found[1] in _ROOTS.get(model, (found[1],)) else None


def _with_constraints(model: type[BaseModel], name: str) -> Any:
    info = model.model_fields[name]
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _did_you_mean(annotation: Any, part: str) -> str:
    known = [
        name for model in models_of(annotation) for name in model.model_fields if name in _ROOTS.get(model, (name,))
    ]
    if not known:
        return "there is nothing inside"
    return suggestion(part, known, otherwise=f"the fields here are {', '.join(sorted(known))}")


def _overlap(one: FieldPath, other: FieldPath) -> bool:
    """Whether two paths may lead to one field."""
    return len(one) == len(other) and all("*" in (a, b) or a == b for a, b in zip(one, other, strict=True))


@cache
def _pattern(pattern: str) -> TypeAdapter[str]:
    return TypeAdapter(Annotated[str, PydanticField(pattern=pattern)])


def _finds(pattern: str, text: str) -> bool:
    """By Rust's engine, whose ``$`` is the end of the text as it is in Helm's."""
    try:
        _pattern(pattern).validate_python(text)
    except ValidationError:
        return False
    return True


_adapters: dict[str, TypeAdapter[Any]] = {}


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    key = repr(annotation)
    if key not in _adapters:
        _adapters[key] = TypeAdapter(annotation)
    return _adapters[key]

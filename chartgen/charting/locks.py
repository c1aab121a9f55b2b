"""Locks in values.schema.json: Helm refuses what breaks one, and prints its reason.

Where in the values a field stands is found by trying: a workload that is made up is given two values of the field, and
the keys that show the one and then the other are its places. So a lock follows the values wherever they go. A field
that comes to something else there, or to nothing, has no place; its lock is then kept by chartgen alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from chartgen.charting import samples
from chartgen.charting.kinds import kind_of
from chartgen.charting.quantities import within
from chartgen.charting.samples import ChartKind
from chartgen.charting.values import namespace
from chartgen.charting.values.root import values
from chartgen.charting.values_facts import FILE, NAMESPACE, properties
from chartgen.layering.components import workloads
from chartgen.layering.locks import Derived, Held
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.models.types import millis
from chartgen.project.locks import Demand, Field, PlacedLock, Root, field_at, is_entry
from chartgen.project.shapes import FieldPath, Key, models_of

Schema = dict[str, Any]
Values = Mapping[str, Any]
KeyPath = tuple[str, ...]

ITEM = "[*]"
"""In a path of keys: every item of a list."""


@dataclass(frozen=True)
class Place:
    """Where a field stands in the values, and how."""

    path: KeyPath
    """Its keys; ``*`` for every entry."""

    shows: Literal["value", "text", "flag", "entry", "switch", "emptiness"] = "value"
    """``value``: the field's own; ``text``: a number's digits; ``flag``: true, and where the key is not there false;
    ``entry``: that the key is there; ``switch``: true; ``emptiness``: ``empty``."""

    empty: Any = None


def rules(locks: Sequence[Held], everywhere: Sequence[Values]) -> list[Schema]:
    """What the schema demands beside its sections: a rule for each lock's place, in the environments it holds in."""
    found = []
    names = [values["environment"] for values in everywhere]
    for one in locks:
        where = [name for name in names if name in one.environments]
        for field, demand in one.placed.fields if where else ():
            for place, part in _places_of(field, demand, everywhere):
                if not any(_has_section(own, place) for own in everywhere):
                    continue
                if all(_keeps(place, part, own) for own in everywhere if own["environment"] in where):
                    found.append(_in(where, names, _rule(one.placed, part, place, everywhere)))
    return [one for index, one in enumerate(found) if one not in found[:index]]


def derived(spec: Spec | NamespaceSpec) -> Derived:
    """What fields that nobody sets come to in the values of a service or namespace."""
    made: list[Values] = []

    def ask(path: FieldPath) -> Any:
        made[:] = made or [values(spec) if isinstance(spec, Spec) else namespace.values(spec)]
        kind = _kind_at(path, spec)
        found = (_value_at(made[0], place.path) for place in places(path, kind) if place.shows == "value")
        return next((value for value in found if value is not None), None)

    return ask


def _kind_at(path: FieldPath, spec: Spec | NamespaceSpec) -> ChartKind:
    if isinstance(spec, NamespaceSpec):
        return "Namespace"
    return next(one.kind for at, one in reversed(list(workloads(spec))) if path[: len(at)] == at)


@cache
def places(path: FieldPath, kind: ChartKind) -> tuple[Place, ...]:
    """Where the value of a field stands in the values of a workload of the kind."""
    for pair in samples.leaves(field_at(path, samples.root_of(kind))):
        found = [
            set(_showing(path, pair, kind, entry)) for entry in (samples.KEYS if "*" in path else samples.KEYS[:1])
        ]
        if everywhere := set.intersection(*found):
            return tuple(sorted(everywhere, key=lambda place: place.path))
    return ()


@cache
def signs(path: FieldPath, kind: ChartKind) -> tuple[Place, ...]:
    """What in the values of a workload of the kind shows if a field is set."""
    leaf = samples.sample(field_at(path, samples.root_of(kind)))
    try:
        given, lacking = (samples.values_with(path, one, kind) for one in (leaf, samples.UNSET))
    except _UNTRIABLE:
        return ()
    lacking, given = samples.toggled(kind, lacking, given)
    if of_values := [one.path for one in places(path, kind) if one.path[-1] != ITEM]:
        entries = {_starred(key, path): value for key, value in _flat(lacking)}
        empty = [Place(key, "emptiness", entries[key]) for key in of_values if entries.get(key) in _EMPTY]
        return (*empty, *(Place(key, "entry") for key in of_values if key not in entries))
    name = samples.KEYS[0] if path[-1] == "*" else path[-1]
    trial = _Trial(name, leaf, kind)
    found = [replace(one, path=_starred(one.path, path)) for one in _differing(lacking, given, (), trial)]
    root = samples.root_of(kind)
    return tuple(one for one in found if _speaks_of(one.path, path, root) and not _is_beside(one, path))


def _signs_inside(field: Field, kind: ChartKind) -> Iterator[Place]:
    """Of a section that shows nowhere itself, what shows its fields: without it there is none of them."""
    for model in models_of(field.annotation):
        for name in model.model_fields:
            yield from signs((*field.path, name), kind)


_EMPTY: tuple[Any, ...] = ("", [], {})

_UNTRIABLE = (AttributeError, LookupError, TypeError, ValueError)
"""What values raise that are computed from a text which was made up."""


def _showing(path: FieldPath, pair: tuple[Any, Any], kind: ChartKind, entry: str) -> Iterator[Place]:
    """The places that show the one value and then the other."""
    root = samples.root_of(kind)
    try:
        first, second = (dict(_flat(samples.values_with(path, leaf, kind, entry))) for leaf in pair)
    except _UNTRIABLE:
        return
    for key, value in first.items():
        place = _starred(key, path, entry)
        if not _is(value, pair[0]) or (key[-1] == ITEM and path[-1] != "*") or not _speaks_of(place, path, root):
            continue
        if key in second and _is(second[key], pair[1]):
            yield Place(place, "text" if isinstance(value, str) and not isinstance(pair[0], str) else "value")
        elif key not in second and pair == (True, False):
            yield Place(place, "flag")


def _speaks_of(place: KeyPath, path: FieldPath, root: Root) -> bool:
    """Whether a place says no more than the path: not every item of a list where one entry is named."""
    return ITEM not in place or all(key in place for key in _entries_named(path, root))


@cache
def _entries_named(path: FieldPath, root: Root) -> tuple[Key, ...]:
    inside = [(key, field_at(path[:length], root)) for length, key in enumerate(path) if length and key != "*"]
    return tuple(key for key, around in inside if not models_of(around.annotation))


def _is_beside(place: Place, path: FieldPath) -> bool:
    """Whether a key inside a section is there once, though the field is there for every entry: it merely follows."""
    entries = sum(key in ("*", ITEM) for key in place.path)
    return place.shows == "entry" and len(place.path) > 1 and entries < path[:-1].count("*")


def shown_at(field: Field, demand: Demand, kind: ChartKind) -> Sequence[Place]:
    """What in the values of a workload of the kind shows if a demand is met; nothing where chartgen alone sees it."""
    if demand.is_of_a_value:
        return places(field.path, kind)
    return signs(field.path, kind) or (tuple(_signs_inside(field, kind)) if demand.presence == "absent" else ())


def _places_of(field: Field, demand: Demand, everywhere: Sequence[Values]) -> Iterator[tuple[Place, Demand]]:
    for kind in _kinds(everywhere):
        for place in shown_at(field, demand, kind):
            yield place, demand
        written = field.path[: len(field.path) - field.implied]
        if demand.is_of_a_value and not demand.if_set and is_entry(field) and written[-1] != "*":
            for place in signs(written, kind):
                yield place, Demand(presence="present")


def _kinds(everywhere: Sequence[Values]) -> list[ChartKind]:
    if "podSecurity" in everywhere[0]:
        return ["Namespace"]
    all_values = [one for own in everywhere for one in (own, *own.get("components", {}).values())]
    return list(dict.fromkeys(kind_of(one) for one in all_values))


def _has_section(own: Values, place: Place) -> bool:
    """Whether values have what a place is in; of a component, any has it.

    A key that may be absent is in its section even where no environment has it: who sets it is told why not.
    """
    path = place.path[:-1] if place.shows in ("entry", "flag") else place.path
    if path[:1] == ("components",):
        named = own.get("components", {})
        inside = named.values() if path[1] == "*" else [named[path[1]]] if path[1] in named else []
        return any(len(path) == 2 or path[2] in one for one in inside)
    return not path or path[0] in own


def _rule(lock: PlacedLock, demand: Demand, place: Place, everywhere: Sequence[Values]) -> Schema:
    reason = {"const": f"locked by preset {lock.preset}: {lock.lock.reason}"}
    key, path = place.path[-1], place.path
    test: Schema
    if place.shows == "entry":
        there = {"type": "object", "required": [key]}
        test, path = (there if demand.presence == "present" else {"not": there}), place.path[:-1]
    elif place.shows == "flag":
        test, path = _flag(demand, key), place.path[:-1]
    elif place.shows in ("value", "text"):
        demand = _in_digits(demand) if place.shows == "text" else demand
        test = {"allOf": tests} if len(tests := list(_tests(demand))) > 1 else tests[0]
        test = {"anyOf": [{"enum": ["", None]}, test]} if demand.if_set else test
    else:
        shown = True if place.shows == "switch" else place.empty
        wants = (demand.presence == "present") == (place.shows == "switch")
        test = {"const": shown} if wants else {"not": {"const": shown}}
    return _inside(path, {"if": test, "else": reason}, (), everywhere)


def _in_digits(demand: Demand) -> Demand:
    """The same of a number that stands as text, or as a number where somebody sets it so."""
    choices = demand.one_of and tuple(one for number in demand.one_of for one in (number, str(number)))
    least, most = (bound if bound is None else str(bound) for bound in (demand.least, demand.most))
    return replace(demand, one_of=choices, least=least, most=most)


def _flag(demand: Demand, key: str) -> Schema:
    is_wanted = demand.is_met(value=True)
    on = {"type": "object", "required": [key], "properties": {key: {"const": True}}}
    return on if is_wanted else {"not": on}


def _tests(demand: Demand) -> Iterator[Schema]:
    if demand.one_of is not None:
        values = [list(one) if isinstance(one, tuple) else one for one in demand.one_of]
        yield {"const": values[0]} if len(values) == 1 else {"enum": values}
    for word, least, most in (("minimum", demand.least, None), ("maximum", None, demand.most)):
        bound = most if least is None else least
        if isinstance(bound, str):
            yield {"pattern": within(bound, None) if word == "minimum" else within(None, bound), word: _number(bound)}
        elif bound is not None:
            yield {word: bound}
    if demand.matches is not None:
        yield {"pattern": demand.matches}
    if demand.presence == "present":
        yield {"not": {"enum": ["", None]}}


def _number(quantity: str) -> int | float:
    """A quantity as whoever sets a bare number means it."""
    whole, rest = divmod(millis(quantity), 1000)
    return whole if not rest else whole + rest / 1000


def _inside(path: KeyPath, rule: Schema, above: KeyPath, everywhere: Sequence[Values]) -> Schema:
    """The rule within the sections around it; of one that is switched off nothing is demanded."""
    if not path:
        return rule
    inner = _inside(path[1:], rule, (*above, path[0]), everywhere)
    if path[0] == ITEM:
        return {"items": inner}
    here = {"additionalProperties": inner} if path[0] == "*" else {"properties": {path[0]: inner}}
    if path[0] != "enabled" and above and _is_switched(above, everywhere):
        return {"if": {"properties": {"enabled": {"const": False}}}, "else": here}
    return here


def _is_switched(path: KeyPath, everywhere: Sequence[Values]) -> bool:
    found = [one for own in everywhere for one in _all_at(own, path)]
    return any(isinstance(one, Mapping) and isinstance(one.get("enabled"), bool) for one in found)


def _in(where: Sequence[str], names: Sequence[str], rule: Schema) -> Schema:
    if list(where) == list(names):
        return rule
    return {"if": {"properties": {"environment": {"enum": list(where)}}}, "then": rule}


def _keeps(place: Place, demand: Demand, own: Values) -> bool:
    """Whether a chart's own values keep to the rule: what is inherited, or counts otherwise there, is no breach."""
    *around, key = place.path
    for section in _all_at(own, tuple(around), only_switched_on=True):
        if key == ITEM and not all(map(demand.is_met, section)):
            return False
        if not isinstance(section, Mapping) or (section.get("enabled") is False and key != "enabled"):
            continue
        entries = list(section) if key == "*" else [key]
        if not all(_is_right(place, demand, section, entry) for entry in entries):
            return False
    return True


def _is_right(place: Place, demand: Demand, section: Values, key: str) -> bool:
    wanted = demand.presence == "present"
    if place.shows == "value":
        return key not in section or demand.is_met(section[key]) or _is_left_open(section, key)
    if place.shows == "text":
        return key not in section or demand.is_met(int(section[key]))
    if place.shows == "flag":
        return demand.is_met(section.get(key, False))
    if place.shows == "entry":
        return (key in section) == wanted
    if place.shows == "switch":
        return section.get(key, False) is wanted
    return bool(section.get(key) != place.empty) == wanted


def _is_left_open(section: Values, key: str) -> bool:
    """Whether whoever deploys pins the image: what stands there is not its last word."""
    return key in ("tag", "digest") and "repository" in section and not section["tag"] and not section["digest"]


def _all_at(value: Any, path: KeyPath, *, only_switched_on: bool = False) -> Iterator[Any]:
    is_off = isinstance(value, Mapping) and value.get("enabled") is False
    if only_switched_on and is_off and path[:1] not in ((), ("enabled",)):
        return
    if not path:
        yield value
    elif path[0] == ITEM:
        for inner in value if isinstance(value, list) else ():
            yield from _all_at(inner, path[1:], only_switched_on=only_switched_on)
    elif isinstance(value, Mapping):
        for inner in value.values() if path[0] == "*" else [value[path[0]]] if path[0] in value else []:
            yield from _all_at(inner, path[1:], only_switched_on=only_switched_on)


def _value_at(own: Values, path: KeyPath) -> Any:
    return next(iter(_all_at(own, path)), None)


def _flat(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every leaf; the items of a list of sections stand under one key."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _flat(inner, (*path, key))
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for inner in value:
            yield from _flat(inner, (*path, ITEM))
    else:
        yield path, value
        if isinstance(value, list) and value:
            yield (*path, ITEM), value[-1]


def _is(value: Any, one: Any) -> bool:
    is_digits = type(one) is int and value == str(one)
    return is_digits or (type(value) is type(one) and value == one)


def _starred(key: KeyPath, path: FieldPath, entry: str = samples.KEYS[0]) -> KeyPath:
    return tuple("*" if part == entry else part for part in key) if "*" in path else key


@dataclass(frozen=True)
class _Trial:
    """What was tried: a field's name, a value of it, and of what."""

    name: Key
    leaf: Any
    kind: ChartKind


def _differing(lacking: Any, given: Any, path: KeyPath, trial: _Trial) -> Iterator[Place]:
    """Where the two differ, the outermost keys; of a map of anything only the field's own key."""
    if isinstance(lacking, Mapping) and isinstance(given, Mapping):
        yield from _differing_sections(lacking, given, path, trial)
    elif isinstance(lacking, list) and isinstance(given, list) and len(lacking) == len(given):
        for before, after in zip(lacking, given, strict=True):
            yield from _differing(before, after, (*path, ITEM), trial)
    elif lacking is False and given is True and path[-1:] == ("enabled",):
        yield Place(path, "switch")
    elif lacking == "" and given != lacking:
        yield Place(path, "emptiness", lacking)


def _differing_sections(lacking: Values, given: Values, path: KeyPath, trial: _Trial) -> Iterator[Place]:
    if trial.name in given and trial.name not in lacking:
        yield Place((*path, str(trial.name)), "entry")
    elif lacking:
        for key, value in given.items():
            if key in lacking:
                yield from _differing(lacking[key], value, (*path, key), trial)
            elif key in _keys(path, trial.kind) and not _is_assembled(value, trial.leaf):
                yield Place(_narrowed((*path, key), value, trial), "entry")
    elif given and (given == trial.leaf or (len(path) == 1 and _keys(path, trial.kind))):
        yield Place(path, "emptiness", lacking)


def _is_assembled(value: Any, leaf: Any) -> bool:
    """Whether a list has an item of the leaf's: it may have others of other fields."""
    return isinstance(value, list) and isinstance(value[0], Mapping) and not isinstance(leaf, list)


def _narrowed(path: KeyPath, value: Any, trial: _Trial) -> KeyPath:
    """The way on through sections that are there for the leaf alone; those of a whole section are not taken apart."""
    if isinstance(trial.leaf, BaseModel) or not isinstance(value, Mapping) or len(value) != 1 or value == trial.leaf:
        return path
    key = next(iter(value))
    return _narrowed((*path, key), value[key], trial) if key in _keys(path, trial.kind) else path


def _keys(path: KeyPath, kind: ChartKind) -> Schema:
    """The keys that a section has; none of a map of anything."""
    section: Schema = {"properties": properties(NAMESPACE if kind == "Namespace" else FILE)}
    for key in path[2:] if path[:1] == ("components",) else path:
        of_entries: Schema = next(iter(section.get("patternProperties", {}).values()), {})
        section = section.get("items", {}) if key == ITEM else section.get("properties", {}).get(key, of_entries)
    known: Schema = {} if "patternProperties" in section else section.get("properties", {})
    return known

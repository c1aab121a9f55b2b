"""What a user's words mean: a field, a value, a field of a manifest, or nothing that is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from chartgen.errors import ChartgenError, invalid
from chartgen.explaining.data import find, get, leaves, sections
from chartgen.explaining.described import Described
from chartgen.explaining.rendering import Leaf, manifests_of
from chartgen.explaining.tracing import Trace
from chartgen.project.lines import spell
from chartgen.project.mistakes import suggestion
from chartgen.project.shapes import FieldPath, walk


@dataclass(frozen=True)
class Question:
    """Words, understood."""

    about: Literal["field", "value"]
    path: FieldPath


@dataclass(frozen=True)
class Object:
    """An object that the chart prints."""

    template: str
    kind: str
    number: int
    manifest: Mapping[str, Any]

    @property
    def name(self) -> str:
        """As Kubernetes knows it."""
        return str(self.manifest["metadata"]["name"])


def is_of_a_manifest(words: str) -> bool:
    """``Deployment/spec.replicas``: kinds alone begin with a capital letter."""
    return words[:1].isupper()


def understood(described: Described, trace: Trace, file: str, words: str) -> Question:
    """What is asked of fields or values. Raises InvalidInput for what is neither.

    A field and a value may be called the same. Then the field is meant, unless the value comes from elsewhere.
    """
    field, value = find(described.fields, words), find(described.root["Values"], words)
    if field is None and value is None:
        return Question("field", _unset(described, file, words))
    if field is None or (value is not None and not _leads_to(trace, field, ("Values", *value))):
        return Question("value", ("Values", *(value or ())))
    return Question("field", field)


def asked_leaves(objects: Sequence[Object], file: str, words: str) -> tuple[str, list[Leaf]]:
    """A field of a manifest, as it is called, and its leaves. Raises InvalidInput where there is none."""
    kind, _, rest = words.partition("/")
    one, inside = _object(objects, kind, rest, file)
    path = find(one.manifest, inside)
    if not inside:
        hint = f"name one of its fields: {one.kind}/{one.name}/spec, or what is below"
        raise invalid(file, f"{one.kind}/{one.name} is a whole object", hint=hint)
    if not path:
        raise _no_such_field(one, inside, file)
    found = [Leaf(one.template, one.kind, one.number, inner) for inner, _ in leaves(get(one.manifest, path), path)]
    return f"{one.kind}/{one.name} {spell(path)}", found


def is_printed(texts: Mapping[str, str], words: str) -> bool:
    """If what the words mean is among what templates print."""
    try:
        asked_leaves(objects_of(texts), "", words)
    except (ChartgenError, ValueError):
        return False
    return True


def silent_templates(objects: Sequence[Object], names: Sequence[str], words: str) -> list[str]:
    """The templates that might print what the words mean, and do not as things are."""
    kind, _, rest = words.partition("/")
    known = [one for one in objects if one.kind == kind]
    meant = [one for one in known if _is_named(one, rest)] or known
    if meant:
        return [meant[0].template] if len(meant) == 1 else []
    printing = {one.template for one in objects}
    return [name for name in names if name not in printing]


def objects_of(texts: Mapping[str, str]) -> list[Object]:
    """The objects that the templates print."""
    return [Object(name, *found) for name, text in texts.items() for found in manifests_of(text)]


def _object(objects: Sequence[Object], kind: str, rest: str, file: str) -> tuple[Object, str]:
    """The object that is meant, and what is said behind its name."""
    known = [one for one in objects if one.kind == kind]
    if not known:
        raise _unknown(file, "prints no object of kind", kind, {one.kind for one in objects})
    named = [one for one in known if _is_named(one, rest)]
    if named:
        return named[0], rest.removeprefix(named[0].name).removeprefix("/")
    if len(known) > 1:
        names = ", ".join(f"{kind}/{one.name}" for one in known)
        raise invalid(file, f"prints {len(known)} objects of kind {kind}", hint=f"name one of {names}")
    return known[0], rest


def _is_named(one: Object, rest: str) -> bool:
    return rest == one.name or rest.startswith(f"{one.name}/")


def _no_such_field(one: Object, words: str, file: str) -> ChartgenError:
    """With the fields of the innermost section that the words lead to."""
    parts = words.split(".")
    for length in range(len(parts) - 1, -1, -1):
        path = find(one.manifest, ".".join(parts[:length]))
        section = get(one.manifest, path) if path is not None else None
        if isinstance(section, Mapping):
            hint = suggestion(parts[length], section, otherwise=f"there are {', '.join(section)}")
            return invalid(file, f"{one.kind}/{one.name} has no field {words!r}", hint=hint)
    return invalid(file, f"{one.kind}/{one.name} has no field {words!r}")


def _leads_to(trace: Trace, field: FieldPath, value: FieldPath) -> bool:
    below = [path for path, _ in leaves(get(trace.described.fields, field), field)]
    found = trace.values_of(one for path in below for one in trace.described.tried(path))
    return not found or any(path[: len(value)] == value for path in found)


def _unset(described: Described, file: str, words: str) -> FieldPath:
    """A field that the models know, inside of something that is not set."""
    path: FieldPath = tuple(words.split("."))
    steps = tuple(step.name for step in walk(described.model, path))
    if len(steps) == len(path):
        return steps
    raise _unknown(file, "has no field", words, _names(described))


def _names(described: Described) -> list[str]:
    """What can be asked for; fields also as they are called in YAML."""
    trees = (described.fields, described.root["Values"])
    return [spell(path) for tree in trees for path in [*sections(tree), *(path for path, _ in leaves(tree))]]


def _unknown(file: str, text: str, word: str, known: Iterable[str]) -> ChartgenError:
    otherwise = "chartgen explain without a field lists what is set"
    names = sorted(known)
    if len(names) < 20:
        otherwise = f"there are {', '.join(names)}"
    return invalid(file, f"{text} {word!r}", hint=suggestion(word, names, otherwise=otherwise))

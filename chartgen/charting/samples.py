"""A workload made up to find out where a field goes: it is given two values, and what differs in the chart's is told.

Nothing here is validated, since no chart comes of it: a text that says which it is will do where a pattern is demanded.
"""

from collections.abc import Callable, Iterator
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from chartgen.charting.values import namespace
from chartgen.charting.values.root import complete, values
from chartgen.models.base import MUST, is_mapping
from chartgen.models.gateway import HttpRoute
from chartgen.models.image import Image
from chartgen.models.kinds import CronJob, Kind
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.ports import Port
from chartgen.models.routes import Expose, Ingress, Route
from chartgen.models.security import PodSecurityContext
from chartgen.models.service import ComponentSpec, Spec
from chartgen.project.locks import Field, Root
from chartgen.project.shapes import FieldPath, Key, entry_of, models_of

KEYS = ("entry", "http")
"""Keys that stand for every entry of a map: some are treated in a way of their own."""

ChartKind = Kind | Literal["Namespace"]
"""What a chart is of."""

UNSET: Any = object()
"""A leaf that takes the field away."""

_NUMBERS = (3, 5)
_WORDS = ("{}", "{}Mi", "/{}", "sample-{}", "SAMPLE_{}", "1.0.{}", "10.0.0.{}/32", "{}%", "{}s", "https://a.example/{}")


def root_of(kind: ChartKind) -> Root:
    """What a field of a chart of the kind begins in."""
    return NamespaceSpec if kind == "Namespace" else Spec


def values_with(path: FieldPath, leaf: Any, kind: ChartKind, entry: str = KEYS[0]) -> dict[str, Any]:
    """Values of a workload of the kind whose field is the leaf; all sections around it are there."""
    path = tuple(entry if part == "*" else part for part in path)
    if kind == "Namespace":
        return namespace.values(_with(NamespaceSpec(name="sample"), NamespaceSpec, path, leaf))
    return values(_with(_workload(path, kind), Spec, path, leaf))


def toggled(kind: ChartKind, *everywhere: dict[str, Any]) -> list[dict[str, Any]]:
    """The same values with switched sections complete in each, as environments of one chart have them."""
    return namespace.complete(everywhere) if kind == "Namespace" else complete(everywhere)


def leaves(field: Field) -> Iterator[tuple[Any, Any]]:
    """Pairs of different values that the field takes, the likeliest first."""
    for candidates in _candidates(field.annotation):
        fitting = [one for one in candidates if field.takes(one)]
        if len(fitting) > 1:
            yield fitting[0], fitting[1]
    first = _sample(field.annotation, _NUMBERS[0])
    if first != (second := _sample(field.annotation, _NUMBERS[1])):
        yield first, second


def sample(field: Field) -> Any:
    """Some value of the field, a whole section too."""
    pair = next(leaves(field), None)
    return pair[1] if pair else _sample(field.annotation, _NUMBERS[0])


def _workload(path: FieldPath, kind: Kind) -> Spec:
    said: dict[str, Any] = {
        "kind": kind,
        "image": Image(repository="sample", tag="1"),
        "pod_security_context": PodSecurityContext(fs_group=1),  # else it follows from the volumes
        "ports": {"http": Port(port=8080)} if kind in ("Deployment", "StatefulSet", "DaemonSet") else {},
        "cron_job": CronJob(schedule="@daily") if kind == "CronJob" else None,
    }
    components: dict[str, Any] = {}
    if path[0] == "components":
        components = {str(path[1]): ComponentSpec(**said)}
    if path[0] in ("routes", "expose"):
        ingress, gateway = Ingress(class_name="sample", controller="ingress-nginx"), HttpRoute(gateway="sample")
        said |= {
            "expose": Expose(ingress=ingress, http_route=gateway),
            "routes": {"public": Route(hosts=["a.example"])},
        }
    return Spec(name="sample", **said, components=components)


def _with(value: Any, annotation: Any, path: FieldPath, leaf: Any) -> Any:
    """The value with the leaf at the path, and with whatever has to be around it."""
    part, rest = path[0], path[1:]
    if not rest and leaf is UNSET:
        return _without(value, annotation, part)
    model = next(iter(models_of(annotation)), None)
    if model is not None:
        whole = value if isinstance(value, BaseModel) else _filled(model, 1)
        below = getattr(whole, str(part))
        inner = _with(below, model.model_fields[str(part)].annotation, rest, leaf) if rest else leaf
        return BaseModel.model_copy(whole, update={str(part): inner})
    is_raw, mapping = annotation is Any, value if is_mapping(value) else {}
    entry = Any if is_raw else entry_of(annotation)
    inner = _with(mapping.get(part), entry, rest, leaf) if rest else leaf
    return {**mapping, part: inner} if is_raw or "Mapping" in str(annotation) else [inner]


def _without(value: Any, annotation: Any, part: Key) -> Any:
    """The field's emptiest value; an entry of a map is not there."""
    model = next(iter(models_of(annotation)), None)
    if model is None:
        return {key: entry for key, entry in (value or {}).items() if key != part}
    whole = value if isinstance(value, BaseModel) else _filled(model, 1)
    field = model.model_fields[str(part)].annotation
    empty: Any = None if NoneType in get_args(field) else {} if "Mapping" in str(field) else ()
    return BaseModel.model_copy(whole, update={str(part): empty})


def _candidates(annotation: Any) -> Iterator[list[Any]]:
    literals = [one for part in _parts(annotation) if get_origin(part) is Literal for one in get_args(part)]
    yield literals
    parts = list(_parts(annotation))
    if int in parts:
        yield [*_NUMBERS, 1024, 2048, 40000, 40001]
    if bool in parts:
        yield [True, False]
    if str in parts:
        for word in _WORDS:
            yield [word.format(number) for number in _NUMBERS]


def _sample(annotation: Any, number: int) -> Any:
    makers: list[tuple[Callable[[], bool], Callable[[], Any]]] = [
        (lambda: bool(models_of(annotation)), lambda: _filled(models_of(annotation)[0], number)),
        (lambda: str in _parts(annotation), lambda: f"sample-{number}"),
        (lambda: int in _parts(annotation), lambda: number),
        (lambda: bool in _parts(annotation), lambda: True),
        (lambda: "Mapping" in str(annotation), lambda: {KEYS[0]: _sample(entry_of(annotation), number)}),
        (lambda: "Sequence" in str(annotation), lambda: [_sample(entry_of(annotation), number)]),
    ]
    return next((make() for fits, make in makers if fits()), None)


def _filled(model: type[BaseModel], number: int) -> BaseModel:
    """A model that says no more than it has to."""
    fields = {
        name: _sample(info.annotation, number) for name, info in model.model_fields.items() if info.default is MUST
    }
    return BaseModel.model_copy(model(), update=fields)


def _parts(annotation: Any) -> Iterator[Any]:
    """The alternatives of an annotation, without what constrains them; nothing inside maps and lists."""
    if get_origin(annotation) is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif annotation is Any:
        yield str
    elif get_origin(annotation) is Literal or annotation in (bool, int, str):
        yield annotation
    elif entry_of(annotation) is None or models_of(annotation):
        for part in get_args(annotation):
            if part is not NoneType:
                yield from _parts(part)

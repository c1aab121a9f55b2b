"""Which fields of Kubernetes a service reaches, and by which fields of the models.

``fields.csv`` says how many of 83 public applications write a field. The services of ``tests/coverage/`` are rendered;
then each thing that they say is taken away or changed, one at a time, and rendered again. What differs in the manifests
is what that field of a model reaches; of several the one that reaches the least is named.
"""

import csv
import re
import runpy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from pydantic import ValidationError

from chartgen import Image, Namespace, Service, disk, yamlio
from chartgen.charting.chart import Input, build, build_namespace
from chartgen.errors import ChartgenError
from chartgen.helm import Embedded
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve, resolve_namespace
from chartgen.project.config import Config
from chartgen.project.lines import PythonSource
from chartgen.project.services import LoadedService
from tools.perturbation import Node, changed, nodes
from tools.refusals import refusal

ROOT = Path(__file__).parents[1]
SERVICES = ROOT / "tests" / "coverage"
FIELDS = Path(__file__).with_name("fields.csv")

RAW = frozenset({"pod_extra", "container_extra", "patches", "manifests"})
"""Fields that take Kubernetes' own shape."""

_BUILT_IN = (
    "",
    "apps",
    "batch",
    "autoscaling",
    "policy",
    "networking.k8s.io",
    "rbac.authorization.k8s.io",
    "storage.k8s.io",
    "scheduling.k8s.io",
)
"""Groups that a kind is not told with."""

_NAMES = ("mountPath", "name", "containerPort", "key", "path", "ip", "host", "type", "topologyKey", "port", "action")
"""By which entries of a list are told apart."""


_HASH = re.compile(r"-[0-9a-f]{6}$")
"""What a Job's name ends in: it is another one for another pod."""


@dataclass(frozen=True)
class Field:
    """A field of Kubernetes, and the applications that write it."""

    kind: str
    path: str
    applications: int


@dataclass(frozen=True)
class Row:
    """A field, and how it is reached: ``typed``, ``refused``, ``raw`` or ``""``; by which field, or why not."""

    field: Field
    how: str
    by: str


class Way(NamedTuple):
    """A field of a model, and how many paths it reaches: the fewer, the more it is meant."""

    reaches: int
    height: int
    by: str
    raw: bool


Place = tuple[str, str]
"""Kind and path."""

Leaf = tuple[str, str, str]
"""Kind, path and, for telling leaves of several objects and entries apart, the place."""


@cache
def rows() -> Sequence[Row]:
    """Every field of the lists, and how it is reached."""
    reached = {**_raw_objects(), **_reached()}
    return [_row(field, reached) for field in fields()]


def fields() -> list[Field]:
    """The lists."""
    with FIELDS.open(encoding="utf-8", newline="") as file:
        return [Field(one["kind"], one["path"], int(one["applications"])) for one in csv.DictReader(file)]


def services() -> dict[str, Service | Namespace]:
    """What is rendered, by the file's name."""
    found = {}
    for path in sorted(SERVICES.glob("*.py")):
        if path.stem != "__init__":
            names = runpy.run_path(str(path))
            found[path.stem] = names["namespace"] if "namespace" in names else names["service"]
    return found


def manifests(service: Service | Namespace) -> list[dict[str, Any]]:
    """What Helm renders of a service; nothing where chartgen refuses it."""
    made = files(service)
    return cast("list[dict[str, Any]]", yamlio.read_manifests(render(made, service.name))) if made else []


def files(service: Service | Namespace) -> dict[str, str] | None:
    """The chart of a service; None where chartgen refuses it."""
    loaded = LoadedService(service, Path("service.py"), PythonSource("service.py", service))
    layers = layers_of(loaded, [], Config())[""]
    if isinstance(service, Namespace):
        whole = resolve_namespace(layers, None)
        return None if whole.messages else build_namespace(Input(whole.spec, {}, [whole.merged], []))
    base = resolve(layers, None)
    return None if base.messages else build(Input(base.spec, {}, [base.merged], []))


def render(chart_files: Mapping[str, str], release: str) -> str:
    """What Helm renders of a chart."""
    with TemporaryDirectory() as temporary:
        chart = Path(temporary, "chart")
        disk.materialise(disk.Chart(chart, dict(chart_files)), chart)
        return Embedded().render(chart, release=release, kube_version="1.37.0")


def share(found: Iterable[Row], *ways: str) -> float:
    """The part of the fields that is reached in these ways, weighted by applications."""
    all_of_them = list(found)
    weight = sum(one.field.applications for one in all_of_them)
    return sum(one.field.applications for one in all_of_them if one.how in ways) / weight if weight else 1.0


def _reached() -> dict[Place, list[Way]]:
    """Every way in which each path of the manifests is reached."""
    found: dict[Place, list[Way]] = {}
    for service in services().values():
        base = _leaves(service)
        steps = list(nodes(service))
        with ThreadPoolExecutor() as pool:
            differing = list(pool.map(lambda node: _differing(service, base, node), steps))  # noqa: B023 - used at once
        pairs = list(zip(steps, differing, strict=True))
        by_raw = set(chain.from_iterable(leaves for node, leaves in pairs if _is_raw(node)))
        for node, leaves in pairs:
            mine = leaves if _is_raw(node) else leaves - by_raw
            places = {(kind, path) for kind, path, _ in mine}
            for place in places:
                found.setdefault(place, []).append(Way(len(places), -len(node.path), node.title, raw=_is_raw(node)))
    return found


def _differing(service: Service | Namespace, base: Mapping[Leaf, Any], node: Node) -> frozenset[Leaf]:
    """The leaves of the manifests that are others where a service says something else at a place."""
    for other in changed(service, node):
        try:
            leaves = _leaves(other)
        except (ChartgenError, ValidationError):
            continue
        differing = {leaf for leaf in base if leaf not in leaves or leaves[leaf] != base[leaf]}
        if leaves and differing:
            return frozenset(differing)
    return frozenset()


def _leaves(service: Service | Namespace) -> dict[Leaf, Any]:
    return dict(chain.from_iterable(_of_object(one) for one in manifests(service)))


def _of_object(manifest: Mapping[str, Any]) -> Iterator[tuple[Leaf, Any]]:
    """The leaves of an object; those of a pod also as a pod's."""
    kind, place = _kind(manifest), f"{manifest['kind']}/{_HASH.sub('', manifest['metadata']['name'])}"
    for path, at, value in _flat(manifest, "", place):
        yield (kind, path, at), value
    for pod in _pods(manifest):
        for path, at, value in _flat(pod, "", place):
            yield ("Pod", path, at), value


def _kind(manifest: Mapping[str, Any]) -> str:
    group = manifest["apiVersion"].rpartition("/")[0]
    return manifest["kind"] if group in _BUILT_IN else f"{manifest['kind']}.{group}"


def _pods(manifest: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if manifest["kind"] in ("Deployment", "StatefulSet", "DaemonSet", "Job"):
        yield manifest["spec"]["template"]
    if manifest["kind"] == "CronJob":
        yield manifest["spec"]["jobTemplate"]["spec"]["template"]


def _flat(value: Any, path: str, at: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}".lstrip("."), f"{at}.{key}")
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _flat(inner, f"{path}[]", f"{at}[{_entry(inner, index)}]")
    else:
        yield path, at, value


def _entry(value: Any, index: int) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return next((str(value[name]) for name in _NAMES if isinstance(value.get(name), (str, int))), str(index))


def _is_raw(node: Node) -> bool:
    return any(step in RAW for step in node.path)


def _raw_objects() -> dict[Place, list[Way]]:
    """What ``manifests`` reach of custom resources: one of each kind with every field of the lists is rendered."""
    wanted: dict[str, dict[str, Any]] = {}
    for field in fields():
        kind, _, group = field.kind.partition(".")
        if group:
            one = wanted.setdefault(field.kind, {"apiVersion": f"{group}/v1", "kind": kind})
            _put(one, field.path.split("."))
    return dict(chain.from_iterable(map(_brought, wanted.values())))


def _brought(one: dict[str, Any]) -> Iterator[tuple[Place, list[Way]]]:
    """The fields of an object that ``manifests`` brings along; none where chartgen knows its kind and refuses it."""
    manifest = {**one, "metadata": {**one.get("metadata", {}), "name": "raw"}}
    service = Service(name="raw", image=Image(repository="ghcr.io/acme/raw", tag="1"), manifests={"raw": manifest})
    for kind, path, _ in _leaves(service):
        if "." in kind:
            yield (kind, path), [Way(1, 0, "manifests.<name>", raw=True)]


def _put(into: dict[str, Any], steps: Sequence[str]) -> None:
    """A word at a path, whatever stands there."""
    (step, *rest), name = steps, steps[0].removesuffix("{}").replace("[]", "")
    if step.endswith("{}"):
        into[name] = {"x": "x"}
    elif not rest:
        into.setdefault(name, ["x"] if step.endswith("[]") else "x")
    else:
        inner = into.get(name)
        if not isinstance(inner, (dict, list)) or inner == ["x"]:
            inner = into[name] = [{}] if step.endswith("[]") else {}
        _put(inner[0] if isinstance(inner, list) else inner, rest)


def _row(field: Field, reached: Mapping[Place, Sequence[Way]]) -> Row:
    met = [ways for (kind, path), ways in reached.items() if kind == field.kind and _meets(field.path, path)]
    all_ways = sorted(chain.from_iterable(met))
    typed = [way for way in all_ways if not way.raw]
    if typed:
        return Row(field, "typed", typed[0].by)
    if reason := refusal(field.kind, field.path):
        return Row(field, "refused", reason)
    return Row(field, "raw", all_ways[0].by) if all_ways else Row(field, "", "")


def _meets(wanted: str, path: str) -> bool:
    """If a path of a manifest is what a list means: ``{}`` stands for any key, a section alone for what is in it."""
    if wanted.endswith("{}"):
        return path.startswith(f"{wanted[:-2]}.")
    return path == wanted or path.startswith((f"{wanted}.", f"{wanted}[]"))

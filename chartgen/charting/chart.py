"""Every file of a chart, in memory: relative path to text."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from chartgen import yamlio
from chartgen.charting import dependencies, library, namespace
from chartgen.charting.delta import delta
from chartgen.charting.dependencies import Entry
from chartgen.charting.ledger import FILE_NAME, Ledger, Pin, digest, to_json
from chartgen.charting.locks import rules
from chartgen.charting.namespace_readme import namespace_readme
from chartgen.charting.objects import objects
from chartgen.charting.readme import readme
from chartgen.charting.schema import schema
from chartgen.charting.templates import stubs
from chartgen.charting.values import namespace as namespace_values
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_facts import FILE, NAMESPACE, comments
from chartgen.layering.locks import Held
from chartgen.layering.resolve import SpecT
from chartgen.models.image import Image
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec

_HELMIGNORE = "# What chartgen keeps for itself; no part of the chart.\n.chartgen.json\n"


Values = dict[str, Any]


@dataclass(frozen=True)
class Input(Generic[SpecT]):
    """What a chart is made from: the specs, of a service unless it says of what, what the layers said, the presets."""

    base: SpecT
    environments: Mapping[str, SpecT]
    merged: Sequence[Mapping[str, Any]]
    presets: Sequence[Pin]
    oldest: str = "1.30"
    """The oldest Kubernetes that the chart must work on."""

    locks: Sequence[Held] = ()
    """What the presets demand, without what the service waives."""


@dataclass(frozen=True)
class _Parts:
    """What a service's chart and a namespace's chart have each in their own way."""

    values: Sequence[Values]
    """Of values.yaml, then of each environment."""

    facts: Path
    app_version: str | None
    readme: Callable[[Values, Mapping[str, Values]], str]
    templates: Mapping[str, str]
    schema: str
    objects: Callable[[Mapping[str, Values]], Iterable[Mapping[str, Any]]]
    dependencies: Sequence[Entry] = ()


def build(source: Input) -> dict[str, str]:
    """The files of a service's chart, the ledger last."""
    spec = source.base
    specs = [spec, *source.environments.values()]
    further = dependencies.entries(specs)
    everywhere = dependencies.beside(specs, complete([values(one) for one in specs]))
    parts = _Parts(
        values=everywhere,
        facts=FILE,
        app_version=app_version(spec),
        readme=lambda base, deltas: readme(spec, base, deltas, source.oldest, further),
        templates=stubs(everywhere),
        schema=schema(everywhere, rules(source.locks, everywhere), dependencies.schemas(further)),
        objects=lambda full: objects(spec.name, full),
        dependencies=further,
    )
    return _built(source, parts)


def app_version(spec: Spec) -> str | None:
    """The version of what the chart runs, as far as its file knows it."""
    return spec.app_version or (spec.image.tag if spec.image.set_by == "service" else None)


def build_namespace(source: Input[NamespaceSpec]) -> dict[str, str]:
    """The files of a namespace's chart, the ledger last."""
    spec = source.base
    everywhere = namespace_values.complete(
        [namespace_values.values(one) for one in (spec, *source.environments.values())]
    )
    parts = _Parts(
        values=everywhere,
        facts=NAMESPACE,
        app_version=None,
        readme=lambda base, deltas: namespace_readme(spec, base, deltas, source.oldest),
        templates=namespace.stubs(everywhere),
        schema=namespace.schema(everywhere, rules(source.locks, everywhere)),
        objects=namespace.objects,
    )
    return _built(source, parts)


def _built(source: Input[Any], parts: _Parts) -> dict[str, str]:
    spec: Spec | NamespaceSpec = source.base
    base, *others = parts.values
    full = dict(zip(source.environments, others, strict=True))
    deltas = {name: delta(base, own) for name, own in full.items()}
    lock = dependencies.chart_lock(parts.dependencies)
    documented = {**comments(parts.facts), **dependencies.comments(parts.dependencies)}
    files = {
        "Chart.yaml": _chart_yaml(spec, parts, source.oldest),
        **({"Chart.lock": lock} if lock else {}),
        ".helmignore": _HELMIGNORE,
        "README.md": parts.readme(base, deltas),
        "values.yaml": yamlio.write(base, documented, _values_header(spec)),
        **{f"values-{name}.yaml": yamlio.write(own, {}, _delta_header(spec, name)) for name, own in deltas.items()},
        "values.schema.json": parts.schema,
        **parts.templates,
        **library.vendored(),
    }
    return {**files, FILE_NAME: _ledger(source, files, parts.objects({"": base, **full}))}


def image_file(service: str, environment: str, image: Image) -> str:
    """``image-<environment>.yaml``: made once; from then on it belongs to CI or to what updates images."""
    header = (
        f"The image of {service} in {environment}: whoever deploys sets it, chartgen never overwrites it.\n"
        f"Use it last: helm upgrade {service} . -f values-{environment}.yaml -f image-{environment}.yaml --reset-values"
    )
    return yamlio.write({"image": {"tag": image.tag or "", "digest": image.digest or ""}}, {}, header)


def _chart_yaml(spec: Spec | NamespaceSpec, parts: _Parts, oldest: str) -> str:
    data: dict[str, Any] = {
        "apiVersion": "v2",
        "name": spec.name,
        "description": spec.description or f"{spec.name} on Kubernetes",
        "type": "application",
        "version": spec.version,
        **({"appVersion": parts.app_version} if parts.app_version else {}),
        "kubeVersion": f">={oldest}.0-0",  # -0 admits vendors' suffixes
        "dependencies": [library.dependency(), *(one.in_chart_yaml() for one in parts.dependencies)],
    }
    return yamlio.write(data)


def _values_header(spec: Spec | NamespaceSpec) -> str:
    title = f"{spec.name}: {spec.description}" if spec.description else spec.name
    return (
        f"{title}\n"
        f"Made by chartgen from the {_sort(spec)} file; change it there. "
        "What an environment changes stands in values-<environment>.yaml."
    )


def _delta_header(spec: Spec | NamespaceSpec, environment: str) -> str:
    return (
        f"{spec.name} in {environment}: what differs from values.yaml.\n"
        f"Made by chartgen from the {_sort(spec)} file; change it there. "
        f"Use: helm upgrade {spec.name} . -f values-{environment}.yaml --reset-values"
    )


def _sort(spec: Spec | NamespaceSpec) -> str:
    return "service" if isinstance(spec, Spec) else "namespace"


def _ledger(source: Input[Any], files: Mapping[str, str], made: Iterable[Mapping[str, Any]]) -> str:
    said = json.dumps(source.merged, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return to_json(
        Ledger(
            library=Pin(library.NAME, library.VERSION, library.digest()),
            presets=tuple(source.presets),
            input=digest(said),
            files={path: digest(text) for path, text in files.items()},
            objects=tuple(made),
        )
    )

"""Every file of a chart, in memory: relative path to text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from chartgen import yamlio
from chartgen.charting import library
from chartgen.charting.delta import delta
from chartgen.charting.ledger import FILE_NAME, Ledger, Pin, digest, to_json
from chartgen.charting.objects import objects
from chartgen.charting.readme import readme
from chartgen.charting.schema import schema
from chartgen.charting.templates import stubs
from chartgen.charting.values.root import complete, values
from chartgen.charting.values_facts import comments
from chartgen.models.image import Image
from chartgen.models.service import Spec

_HELMIGNORE = "# What chartgen keeps for itself; no part of the chart.\n.chartgen.json\n"


@dataclass(frozen=True)
class Input:
    """What a chart is made from: the specs, what the layers said, and the presets among them."""

    base: Spec
    environments: Mapping[str, Spec]
    merged: Sequence[Mapping[str, Any]]
    presets: Sequence[Pin]
    oldest: str = "1.30"
    """The oldest Kubernetes that the chart must work on."""


def build(source: Input) -> dict[str, str]:
    """The chart's files, the ledger last."""
    base, *others = complete([values(spec) for spec in (source.base, *source.environments.values())])
    full = dict(zip(source.environments, others, strict=True))
    deltas = {name: delta(base, own) for name, own in full.items()}
    everywhere = [base, *others]
    files = {
        "Chart.yaml": _chart_yaml(source.base, source.oldest),
        "Chart.lock": library.chart_lock(),
        ".helmignore": _HELMIGNORE,
        "README.md": readme(source.base, base, deltas, source.oldest),
        "values.yaml": yamlio.write(base, comments(), _values_header(source.base)),
        **{
            f"values-{name}.yaml": yamlio.write(own, {}, _delta_header(source.base, name))
            for name, own in deltas.items()
        },
        "values.schema.json": schema(everywhere),
        **stubs(everywhere),
        **library.vendored(),
    }
    return {path: _shared(text) for path, text in files.items()} | {
        FILE_NAME: _ledger(source, files, {"": base, **full})
    }


@cache
def _shared(text: str) -> str:
    """One copy of what many charts have in common: a thousand of them are in memory before the first is written."""
    return text


def image_file(service: str, environment: str, image: Image) -> str:
    """``image-<environment>.yaml``: made once; from then on it belongs to CI or to what updates images."""
    header = (
        f"The image of {service} in {environment}: whoever deploys sets it, chartgen never overwrites it.\n"
        f"Use it last: helm upgrade {service} . -f values-{environment}.yaml -f image-{environment}.yaml --reset-values"
    )
    return yamlio.write({"image": {"tag": image.tag or "", "digest": image.digest or ""}}, {}, header)


def _chart_yaml(spec: Spec, oldest: str) -> str:
    version = spec.app_version or (spec.image.tag if spec.image.set_by == "service" else None)
    data: dict[str, Any] = {
        "apiVersion": "v2",
        "name": spec.name,
        "description": spec.description or f"{spec.name} on Kubernetes",
        "type": "application",
        "version": spec.version,
        **({"appVersion": version} if version else {}),
        "kubeVersion": f">={oldest}.0-0",  # -0 admits vendors' suffixes
        "dependencies": [library.dependency()],
    }
    return yamlio.write(data)


def _values_header(spec: Spec) -> str:
    title = f"{spec.name}: {spec.description}" if spec.description else spec.name
    return (
        f"{title}\n"
        "Made by chartgen from the service file; change it there. "
        "What an environment changes stands in values-<environment>.yaml."
    )


def _delta_header(spec: Spec, environment: str) -> str:
    return (
        f"{spec.name} in {environment}: what differs from values.yaml.\n"
        "Made by chartgen from the service file; change it there. "
        f"Use: helm upgrade {spec.name} . -f values-{environment}.yaml --reset-values"
    )


def _ledger(source: Input, files: Mapping[str, str], full: Mapping[str, Mapping[str, Any]]) -> str:
    said = json.dumps(source.merged, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return to_json(
        Ledger(
            library=Pin(library.NAME, library.VERSION, library.digest()),
            presets=tuple(source.presets),
            input=digest(said),
            files={path: digest(text) for path, text in files.items()},
            objects=tuple(objects(source.base.name, full)),
        )
    )

"""A description as plain data, and what Helm makes of its chart."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chartgen import Namespace, Service, disk
from chartgen.charting.chart import Input, build, build_namespace
from chartgen.layering.layers import layers_of
from chartgen.layering.resolve import resolve, resolve_namespace
from chartgen.project.config import Config
from chartgen.project.lines import YamlSource
from chartgen.project.services import LoadedService
from tests.render.helms import the_helm

Kind = type[Service] | type[Namespace]

_HASH = re.compile(r"-[0-9a-f]{6,10}\b")
"""What names end in that tell content."""

_VERSION = "app.kubernetes.io/version"


def charted(kind: Kind, data: Mapping[str, Any]) -> Mapping[str, str] | None:
    """The chart; None where chartgen refuses it."""
    try:
        model = kind.model_validate(data, by_alias=True, by_name=False)
    except ValueError:
        return None
    loaded = LoadedService(model, Path("service.yaml"), YamlSource("service.yaml", kind, {(): 1}))
    layers = layers_of(loaded, [], Config())[""]
    if isinstance(model, Namespace):
        namespace = resolve_namespace(layers, None)
        return None if namespace.messages else build_namespace(Input(namespace.spec, {}, [namespace.merged], []))
    service = resolve(layers, None)
    return None if service.messages else build(Input(service.spec, {}, [service.merged], []))


def rendered(helm: str, chart: Mapping[str, str]) -> Any:
    """What Helm makes of the chart, as a pod would see it, without what is computed from its texts."""
    engine = the_helm(helm)
    assert engine
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, "chart")
        disk.materialise(disk.Chart(folder, chart), folder)
        # A release that no name stands in: Helm would leave the name out.
        return as_compared(sorted(engine.manifests(folder, release="0").items()))


def in_any_order(data: Any) -> Any:
    """Lists that chartgen makes of maps stand in the order of their keys, which other texts change."""
    if isinstance(data, dict):
        return {key: in_any_order(value) for key, value in data.items()}
    return sorted(map(in_any_order, data), key=repr) if isinstance(data, (list, tuple)) else data


def as_compared(data: Any) -> Any:
    """As a pod sees it, where ``$$(`` is ``$(``, and without what is made of texts: sums, hashes, Helm's label.

    The version's label is the image's tag as far as a label can say it, which ends in letters and digits.
    """
    if isinstance(data, str):
        return _HASH.sub("-hash", data.replace("$$(", "$("))
    if isinstance(data, dict):
        made = ("checksum/", "helm.sh/chart", _VERSION)
        mine = {key: value for key, value in data.items() if not key.startswith(made)}
        mine |= {_VERSION: label} if (label := _label(data.get(_VERSION, ""))) else {}
        return {as_compared(key): as_compared(value) for key, value in mine.items()}
    return type(data)(map(as_compared, data)) if isinstance(data, (list, tuple)) else data


def _label(version: Any) -> str:
    return str(version)[:63].strip("-_.")


def replaced(data: Any, texts: Mapping[str, str]) -> Any:
    """The texts in place of the words, wherever these stand, in keys too."""
    return _replaced(data, texts, re.compile("|".join(map(re.escape, sorted(texts, reverse=True))) or "(?!)"))


def _replaced(data: Any, texts: Mapping[str, str], words: re.Pattern[str]) -> Any:
    if isinstance(data, str):
        return words.sub(lambda word: texts[word[0]], data)
    if isinstance(data, dict):
        return {_replaced(key, texts, words): _replaced(value, texts, words) for key, value in data.items()}
    return type(data)(_replaced(one, texts, words) for one in data) if isinstance(data, (list, tuple)) else data

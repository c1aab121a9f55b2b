"""The chart's README.md: what it is, how to install and roll back, its values, its environments side by side."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from chartgen.charting import dependencies
from chartgen.charting.dependencies import Entry
from chartgen.charting.values_facts import FILE, KeyPath, comments
from chartgen.models.service import Spec

Values = Mapping[str, Any]


def readme(spec: Spec, base: Values, deltas: Mapping[str, Values], oldest: str, further: Sequence[Entry] = ()) -> str:
    """The whole page."""
    sections = [
        _title(spec, oldest),
        _install(spec, list(deltas)),
        _dependencies(further) if further else "",
        _debugging(spec),
        environments_table(base, deltas) if deltas else "",
        values_table(base, further=dependencies.comments(further)),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _title(spec: Spec, oldest: str) -> str:
    lines = [f"# {spec.name}", ""]
    if spec.description:
        lines += [prose(spec.description), ""]
    lines.append(
        "A Helm chart made by chartgen from the service file: change it there and run `chartgen generate`. "
        f"It needs Kubernetes {oldest} or later and Helm 3.17 or later, and works without chartgen."
    )
    if spec.owner:
        lines += ["", f"Owner: {spec.owner}"]
    return "\n".join(lines)


def _install(spec: Spec, environments: Sequence[str]) -> str:
    name = spec.name
    files = f"-f values-{environments[-1]}.yaml " if environments else ""
    return f"""## Install, upgrade, roll back

Run these in the chart's folder. `--reset-values` makes an upgrade take the files as they are now, and not the values
of the last release.

```console
helm install {name} . {files}--wait
helm upgrade {name} . {files}--reset-values --wait
helm diff upgrade {name} . {files}--reset-values     # with the helm-diff plugin: what would change
helm upgrade {name} . {files}--reset-values --set image.digest=sha256:… --set image.tag=…
helm history {name}
helm rollback {name}
helm template {name} . {files}                       # the manifests, without a cluster
```"""


def _dependencies(further: Sequence[Entry]) -> str:
    head = ["Values below", "Chart", "Version", "Repository", "Tags"]
    rows = [
        [f"`{one.key}`", one.chart, _cell(one.version), _cell(one.repository), prose(", ".join(one.tags))]
        for one in further
    ]
    return f"""## Dependencies

Helm wants their archives in `charts/` before it renders the chart, also of those that are not enabled. This fetches
them, in this folder:

```console
helm dependency update .
```

{_table([head, *rows])}"""


def _debugging(spec: Spec) -> str:
    selector = f"app.kubernetes.io/instance={spec.name}"
    return f"""## When something is wrong

Where users suffer, `helm rollback {spec.name}` comes first. Then, from the outside in:

```console
kubectl get pods -l {selector} -o wide
kubectl describe pods -l {selector}                  # events: image, probes, scheduling
kubectl logs -l {selector} --previous                # of the container that crashed
kubectl debug -it POD --image=busybox --target=CONTAINER
```"""


def environments_table(base: Values, deltas: Mapping[str, Values]) -> str:
    """A row a changed key, a column an environment."""
    paths = list(dict.fromkeys(path for delta in deltas.values() for path, _ in _leaves(delta)))
    rows = [["", "values.yaml", *(f"values-{name}.yaml" for name in deltas)]]
    for path in paths:
        cells = [_cell(_lookup(delta, path)) for delta in deltas.values()]
        rows.append([f"`{'.'.join(path)}`", _cell(_lookup(base, path)), *cells])
    return "## Environments side by side\n\nAn empty cell is what `values.yaml` says.\n\n" + _table(rows)


def values_table(base: Values, facts: Path = FILE, further: Mapping[KeyPath, str] = MappingProxyType({})) -> str:
    """Every key with its default and its meaning; ``further`` documents keys that the facts don't know."""
    known = {**comments(facts), **further}
    rows = [["Key", "Default", "Meaning"]]
    for path, value in _documented_leaves(base, facts):
        rows.append([f"`{'.'.join(path)}`", _cell(value), prose(known.get(path, ""))])
    return "## Values\n\n" + _table(rows)


_ABSENT = object()


def _lookup(values: Values, path: KeyPath) -> Any:
    value: Any = values
    for key in path:
        if not isinstance(value, Mapping) or key not in value:
            return _ABSENT
        value = value[key]
    return value


def _leaves(values: Values, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _documented_leaves(values: Values, facts: Path, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Keys one by one as far as they have documentation of their own, else whole."""
    for key, value in values.items():
        here = (*path, key)
        if isinstance(value, Mapping) and here in _sections(facts):
            yield from _documented_leaves(value, facts, here)
        else:
            yield here, value


@cache
def _sections(facts: Path) -> frozenset[KeyPath]:
    """Keys below which some key has documentation of its own."""
    return frozenset(path[:-1] for path in comments(facts))


def _cell(value: Any) -> str:
    if value is _ABSENT:
        return ""
    text = json.dumps(value, ensure_ascii=False)
    if len(text) > 80:
        text = text[:77] + "…"
    return f"`{text}`".replace("|", "\\|") if "`" not in text else f"`` {text} ``".replace("|", "\\|")


def prose(text: str) -> str:
    """A text as a line of Markdown."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

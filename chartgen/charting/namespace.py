"""A namespace's chart beside its values: templates, schema, and per object what may not change."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chartgen.charting.library import stamped
from chartgen.charting.schema import HELM_OWN, document, dump, entry
from chartgen.charting.values_facts import NAMESPACE, properties, required

Values = Mapping[str, Any]

_TEMPLATES = {
    "namespace": ("namespace.yaml", "namespace"),
    "resourceQuotas": ("resourcequotas.yaml", "resourceQuotas"),
    "limitRange": ("limitrange.yaml", "limitRange"),
    "networkPolicy": ("networkpolicy.yaml", "defaultDeny"),
    "priorityClasses": ("priorityclasses.yaml", "priorityClasses"),
    "access": ("access.yaml", "access"),
}
"""File and define of each section."""

_NAMED = (("limitRange", "LimitRange", ""), ("networkPolicy", "NetworkPolicy", "-default-deny"))


def stubs(everywhere: Sequence[Values]) -> dict[str, str]:
    """Path and text of the templates that a chart needs, from the complete values of all its environments."""
    used = {section for values in everywhere for section in values}
    files = {file: define for section, (file, define) in _TEMPLATES.items() if section in used}
    return {
        f"templates/{file}": stamped(f'{{{{- include "chartgen.{define}" . }}}}\n')
        for file, define in sorted({**files, "NOTES.txt": "namespaceNotes"}.items())
    }


def schema(everywhere: Sequence[Values], rules: Sequence[Mapping[str, Any]] = ()) -> str:
    """The schema of a chart: of sections that some environment uses, for the environments that there are, and locks."""
    used = {key for values in everywhere for key in values}
    sections = {key: section for key, section in properties(NAMESPACE).items() if key in used}
    sections["environment"] = {**sections["environment"], "enum": [values["environment"] for values in everywhere]}
    texts = [entry(key, dump(section)) for key, section in sections.items()]
    own = [entry(key, json.dumps(section)) for key, section in HELM_OWN.items()]
    return document([*texts, *own], sorted(required("chart", file=NAMESPACE)), [dict(one) for one in rules])


def objects(everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    """The objects of a chart, from the complete values of values.yaml ("") and of each environment."""
    names = sorted({values["namespace"]["name"] for values in everywhere.values() if values["namespace"]["create"]})
    yield from ({"kind": "Namespace", "name": name} for name in names)
    for name in _keys("resourceQuotas", everywhere):
        yield {"kind": "ResourceQuota", "name": f"<fullname>-{name}"}
    for section, kind, suffix in _NAMED:
        if any(section in values for values in everywhere.values()):
            yield {"kind": kind, "name": f"<fullname>{suffix}"}
    for name in _keys("priorityClasses", everywhere):
        own = {env: values.get("priorityClasses", {}).get(name) for env, values in everywhere.items()}
        fixed = {env: {key: one[key] for key in ("value", "preemptionPolicy")} for env, one in own.items() if one}
        yield {"kind": "PriorityClass", "name": name, "fixed": fixed}
    yield from _access(everywhere)


def _access(everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    for name in _keys("access", everywhere):
        having = [values["access"][name] for values in everywhere.values() if name in values.get("access", {})]
        for role in sorted({one["role"] for one in having if one["role"]}):
            yield {"kind": "RoleBinding", "name": f"<fullname>-{name}-{role}"}
        if any(one["rules"] for one in having):
            yield {"kind": "Role", "name": f"<fullname>-{name}"}
            yield {"kind": "RoleBinding", "name": f"<fullname>-{name}"}


def _keys(section: str, everywhere: Mapping[str, Values]) -> list[str]:
    return sorted({name for values in everywhere.values() for name in values.get(section, {})})

"""The chart's own templates: a file a kind, each one line that includes a define of the library chart."""

from collections.abc import Mapping, Sequence
from typing import Any

from chartgen.charting.library import stamped

Values = Mapping[str, Any]

_ALWAYS = {"deployment.yaml": "deployment", "NOTES.txt": "notes"}

_BY_SECTION = {
    "serviceAccount": ("serviceaccount.yaml", "serviceAccount"),
    "config": ("configmap.yaml", "configMap"),
    "configFiles": ("configmap-files.yaml", "configFiles"),
    "service": ("service.yaml", "service"),
    "autoscaling": ("hpa.yaml", "horizontalPodAutoscaler"),
    "podDisruptionBudget": ("pdb.yaml", "podDisruptionBudget"),
    "ingress": ("ingress.yaml", "ingress"),
    "httpRoute": ("httproute.yaml", "httpRoute"),
    "networkPolicy": ("networkpolicy.yaml", "networkPolicy"),
    "connectionTest": ("tests/connection.yaml", "connectionTest"),
}
"""File and define of each section of the values, named as ``helm create`` names them."""

_BY_ROUTE = {"extraIngresses": ("ingress", "ingress"), "extraHttpRoutes": ("httproute", "httpRoute")}
"""File stem and define of the sections that hold a section a route."""


def stubs(values: Sequence[Values]) -> dict[str, str]:
    """Path and text of the templates that a chart needs, from the complete values of all its environments.

    A section that some environment has gets its template, switched on or not: a ``--set`` may switch it on.
    """
    used = {section for one in values for section in one}
    defines = {
        **_ALWAYS,
        **dict(_BY_SECTION[section] for section in _BY_SECTION if section in used),
    }
    files = {file: _include(define) for file, define in defines.items()}
    for section, (stem, define) in _BY_ROUTE.items():
        routes = sorted({route for one in values for route in one.get(section, {})})
        files |= {f"{stem}-{route}.yaml": _include(define, route) for route in routes}
    return {f"templates/{file}": files[file] for file in sorted(files)}


def _include(define: str, route: str = "") -> str:
    """The one line; further routes reach their define in a root of their own, which says which one is meant."""
    root = f'(dict "Values" .Values "Chart" .Chart "Release" .Release "Route" "{route}")' if route else "."
    return stamped(f'{{{{- include "chartgen.{define}" {root} }}}}\n')

"""The chart's own templates: a file a kind, each one line that includes a define of the library chart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chartgen.charting.kinds import kind_of
from chartgen.charting.library import stamped
from chartgen.charting.own import all_own, read_by_hook
from chartgen.models.kinds import Kind

Values = Mapping[str, Any]

_OF_KIND: Mapping[Kind, Mapping[str, str]] = {
    "Deployment": {"deployment.yaml": "deployment"},
    "StatefulSet": {"statefulset.yaml": "statefulSet", "service-headless.yaml": "headlessService"},
    "DaemonSet": {"daemonset.yaml": "daemonSet"},
    "Job": {"job.yaml": "job"},
    "CronJob": {"cronjob.yaml": "cronJob"},
}
"""File and define of what a workload of each kind is."""

_OF_WORKLOAD = {
    "serviceAccount": ("serviceaccount.yaml", "serviceAccount"),
    "rbac": ("rbac.yaml", "rbac"),
    "config": ("configmap.yaml", "configMap"),
    "configFiles": ("configmap-files.yaml", "configFiles"),
    "service": ("service.yaml", "service"),
    "autoscaling": ("hpa.yaml", "horizontalPodAutoscaler"),
    "podDisruptionBudget": ("pdb.yaml", "podDisruptionBudget"),
    "networkPolicy": ("networkpolicy.yaml", "networkPolicy"),
    "serviceMonitor": ("servicemonitor.yaml", "serviceMonitor"),
    "podMonitor": ("podmonitor.yaml", "podMonitor"),
    "prometheusRule": ("prometheusrule.yaml", "prometheusRule"),
}
"""File and define of each section that every workload may have, named as ``helm create`` names them."""

_OF_WORKLOAD_BY_NAME = {
    "persistentVolumeClaims": ("pvc", "persistentVolumeClaim"),
    "secretProviders": ("secretproviderclass", "secretProviderClass"),
    "services": ("service", "furtherService"),
}
"""File stem and define of the sections that hold a section a name, of every workload."""

_OF_CHART = {
    "ingress": ("ingress.yaml", "ingress"),
    "httpRoute": ("httproute.yaml", "httpRoute"),
    "grpcRoute": ("grpcroute.yaml", "grpcRoute"),
    "connectionTest": ("tests/connection.yaml", "connectionTest"),
    "dashboards": ("configmap-dashboards.yaml", "dashboards"),
}
"""File and define of each section that only the chart as a whole has."""

_NEEDED_BY_HOOKS = ("config", "configFiles")
"""Sections that a hook prints even where they are the main workload's: it runs before that one's are there."""

_BY_NAME = {
    "extraIngresses": ("ingress", "ingress", "Route"),
    "extraHttpRoutes": ("httproute", "httpRoute", "Route"),
    "extraGrpcRoutes": ("grpcroute", "grpcRoute", "Route"),
    "certificates": ("certificate", "certificate", "Which"),
    "virtualServices": ("virtualservice", "virtualService", "Which"),
    "destinationRules": ("destinationrule", "destinationRule", "Which"),
    "openshiftRoutes": ("route", "openshiftRoute", "Which"),
    "tests": ("tests/test", "helmTest", "Which"),
}
"""File stem, define, and what the define calls the name, of the sections that hold a section a name."""


def stubs(values: Sequence[Values]) -> dict[str, str]:
    """Path and text of the templates that a chart needs, from the complete values of all its environments.

    A section that some environment has gets its template, switched on or not: a ``--set`` may switch it on.
    """
    defines = {**_workload(values), **_by_section(_OF_CHART, values), "NOTES.txt": "notes"}
    files = {file: _include(define) for file, define in defines.items()}
    for section, (stem, define, key) in _BY_NAME.items():
        names = sorted({name for one in values for name in one.get(section, {})})
        files |= {f"{stem}-{name}.yaml": _include(define, key, name) for name in names}
    files |= {own.file: _include(own.define, "Which", own.name) for own in all_own(values)}
    files |= {file: _include(define, "Which", which) for file, define, which in _by_name(values)}
    for name in sorted({name for one in values for name in one.get("components", {})}):
        parts = [one["components"][name] for one in values if name in one.get("components", {})]
        files |= {f"{name}/{file}": _of_component(name, define, which) for file, define, which in _by_name(parts)}
        files |= {f"{name}/{file}": _of_component(name, define) for file, define in _component(name, values).items()}
        files |= {f"{name}/{own.file}": _of_component(name, own.define, own.name) for own in read_by_hook(name, values)}
    return {f"templates/{file}": files[file] for file in sorted(files)}


def _workload(values: Sequence[Values]) -> dict[str, str]:
    return {**_OF_KIND[kind_of(values[0])], **_by_section(_OF_WORKLOAD, values)}


def _component(name: str, values: Sequence[Values]) -> dict[str, str]:
    own = [one["components"][name] for one in values if name in one.get("components", {})]
    hook = any("hook" in one for one in own)
    main = [{section: one[section] for section in _NEEDED_BY_HOOKS if section in one} for one in values] if hook else []
    return {**_OF_KIND[kind_of(own[0])], **_by_section(_OF_WORKLOAD, [*own, *main])}


def _by_name(values: Sequence[Values]) -> Iterator[tuple[str, str, str]]:
    """File, define and name of what a workload has several of."""
    for section, (stem, define) in _OF_WORKLOAD_BY_NAME.items():
        for name in sorted({name for one in values for name in one.get(section, {})}):
            yield f"{stem}-{name}.yaml", define, name


def _by_section(table: Mapping[str, tuple[str, str]], values: Sequence[Values]) -> dict[str, str]:
    """File and define of the table's sections that some environment has."""
    used = {section for one in values for section in one}
    return dict(table[section] for section in table if section in used)


def _include(define: str, key: str = "", name: str = "") -> str:
    """The one line; one of several of a kind reaches its define in a root of its own, which says which one is meant."""
    root = f'(dict "Values" .Values "Chart" .Chart "Release" .Release "{key}" "{name}")' if key else "."
    return stamped(f'{{{{- include "chartgen.{define}" {root} }}}}\n')


def _of_component(name: str, define: str, which: str = "") -> str:
    """The one line of a component's object."""
    one_of_several = f' "which" "{which}"' if which else ""
    root = f'(dict "root" . "name" "{name}" "define" "chartgen.{define}"{one_of_several})'
    return stamped(f'{{{{- include "chartgen.component" {root} }}}}\n')

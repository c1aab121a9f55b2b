"""The chart's own templates: a file a kind, each one line that includes a define of the library chart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    "keda": ("scaledobject.yaml", "scaledObject"),
    "scaledJob": ("scaledjob.yaml", "scaledJob"),
    "vpa": ("vpa.yaml", "verticalPodAutoscaler"),
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
    "istioGateways": ("gateway", "istioGateway", "Which"),
    "authorizationPolicies": ("authorizationpolicy", "authorizationPolicy", "Which"),
    "peerAuthentications": ("peerauthentication", "peerAuthentication", "Which"),
    "requestAuthentications": ("requestauthentication", "requestAuthentication", "Which"),
    "openshiftRoutes": ("route", "openshiftRoute", "Which"),
    "traefikMiddlewares": ("middleware", "traefikMiddleware", "Which"),
    "ingressRoutes": ("ingressroute", "ingressRoute", "Which"),
    "tests": ("tests/test", "helmTest", "Which"),
    "extraManifests": ("extra", "manifest", "Which"),
}
"""File stem, define, and what the define calls the name, of the sections that hold a section a name."""

_KEYS = {
    "configFiles": "ConfigMap/files",
    "connectionTest": "Job",
    "dashboards": "ConfigMap/dashboards",
    "furtherService": "Service",
    "headlessService": "Service/headless",
    "helmTest": "Job",
    "grpcRoute": "GRPCRoute",
    "httpRoute": "HTTPRoute",
    "istioGateway": "Gateway",
    "openshiftRoute": "Route",
    "ownConfigMap": "ConfigMap",
    "traefikMiddleware": "Middleware",
    **dict.fromkeys(("manifest", "rbac", "scaledJob", "scaledObject"), ""),
}
"""Objects' keys in ``identity.objects`` and ``patches``, where they are not their define's name; none for what makes
several objects, and for what stands in the values as it is."""


@dataclass(frozen=True)
class Stub:
    """A template that prints one object."""

    file: str
    define: str
    key: str = ""
    """What the define calls the name of one of several."""

    name: str = ""
    component: str = ""

    @property
    def object(self) -> str:
        """The object's key in ``identity.objects`` and ``patches``; "" for what can't be patched."""
        kind = _KEYS.get(self.define, self.define[0].upper() + self.define[1:])
        return f"{kind}/{self.name}" if kind and self.name else kind


def stubs(values: Sequence[Values]) -> dict[str, str]:
    """Path and text of the templates that a chart needs, from the complete values of all its environments.

    A section that some environment has gets its template, switched on or not: a ``--set`` may switch it on.
    """
    files = {one.file: _line(one, patched=one.object in _patched(one.component, values)) for one in objects_of(values)}
    files["NOTES.txt"] = stamped('{{- include "chartgen.notes" . }}\n')
    return {f"templates/{file}": files[file] for file in sorted(files)}


def objects_of(values: Sequence[Values]) -> Iterator[Stub]:
    """What a chart prints in some environment, from the complete values of all of them."""
    for file, define in {**_workload(values), **_by_section(_OF_CHART, values)}.items():
        yield Stub(file, define)
    for section, (stem, define, key) in _BY_NAME.items():
        for name in sorted({name for one in values for name in one.get(section, {})}):
            yield Stub(f"{stem}-{name}.yaml", define, key, name)
    for own in all_own(values):
        yield Stub(own.file, own.define, "Which", own.name)
    for file, define, which in _by_name(values):
        yield Stub(file, define, "Which", which)
    for component in sorted({name for one in values for name in one.get("components", {})}):
        yield from _objects_of_component(component, values)


def _objects_of_component(component: str, values: Sequence[Values]) -> Iterator[Stub]:
    parts = [one["components"][component] for one in values if component in one.get("components", {})]
    for file, define, which in _by_name(parts):
        yield Stub(f"{component}/{file}", define, "Which", which, component)
    for file, define in _component(component, values).items():
        yield Stub(f"{component}/{file}", define, component=component)
    for own in read_by_hook(component, values):
        yield Stub(f"{component}/{own.file}", own.define, "Which", own.name, component)


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
    for name in logins(values):
        yield f"triggerauthentication-{name}.yaml", "triggerAuthentication", name


def _by_section(table: Mapping[str, tuple[str, str]], values: Sequence[Values]) -> dict[str, str]:
    """File and define of the table's sections that some environment has."""
    used = {section for one in values for section in one}
    return dict(table[section] for section in table if section in used)


def _patched(component: str, values: Sequence[Values]) -> set[str]:
    """The objects of a workload that some environment lays raw fields over."""
    parts = [one.get("components", {}).get(component, {}) if component else one for one in values]
    return {key for one in parts for key in one.get("patches", {})}


def logins(values: Sequence[Values]) -> list[str]:
    """The names under which a workload says how KEDA logs in."""
    events = [one[section] for one in values for section in ("keda", "scaledJob") if section in one]
    return sorted({name for section in events for name in section["authentications"]})


def _line(one: Stub, *, patched: bool) -> str:
    """The one line; what is one of several, or a component's, reaches its define in a root of its own."""
    if one.component:
        which = f' "which" "{one.name}"' if one.name else ""
        patch = f' "object" "{one.object}"' if patched else ""
        root = f'(dict "root" . "name" "{one.component}" "define" "chartgen.{one.define}"{which}{patch})'
        return stamped(f'{{{{- include "chartgen.component" {root} }}}}\n')
    root = f'(dict "Values" .Values "Chart" .Chart "Release" .Release "{one.key}" "{one.name}")' if one.key else "."
    if patched:
        patch = f'(dict "root" {root} "define" "chartgen.{one.define}" "object" "{one.object}")'
        return stamped(f'{{{{- include "chartgen.patched" {patch} }}}}\n')
    return stamped(f'{{{{- include "chartgen.{one.define}" {root} }}}}\n')

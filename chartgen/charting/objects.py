"""What may not change once it runs, per object of a chart: kept in the ledger, so that a later chart can be compared.

A name is written with ``<fullname>`` for what Helm makes of release and chart, a component's with its own name behind.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from chartgen.charting.access import roles
from chartgen.charting.kinds import kind_of
from chartgen.charting.own import own_objects
from chartgen.charting.templates import logins

Values = Mapping[str, Any]

_OF_WORKLOAD = (
    ("config", "ConfigMap", "-config"),
    ("configFiles", "ConfigMap/files", "-files"),
    ("autoscaling", "HorizontalPodAutoscaler", ""),
    ("keda", "ScaledObject", ""),
    ("vpa", "VerticalPodAutoscaler", ""),
    ("podDisruptionBudget", "PodDisruptionBudget", ""),
    ("networkPolicy", "NetworkPolicy", ""),
    ("serviceMonitor", "ServiceMonitor", ""),
    ("podMonitor", "PodMonitor", ""),
    ("prometheusRule", "PrometheusRule", ""),
)
"""Section of the values, the object's key in an identity, and what its name adds to the full name."""

_OF_CLAIM = ("storageClassName", "accessModes", "volumeName")
"""What Kubernetes refuses to change of a disk."""

_NO_HOOKS = ("PrometheusRule",)
"""Kinds that stay where the workload is a hook: what tells of a Job outlives it."""

_OF_CHART = (
    ("ingress", "Ingress", ""),
    ("httpRoute", "HTTPRoute", ""),
    ("grpcRoute", "GRPCRoute", ""),
    ("dashboards", "ConfigMap/dashboards", "-dashboards"),
)


def objects(name: str, everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    """The objects of a chart, from the complete values of values.yaml ("") and of each environment."""
    yield from ({**one, "component": "main"} for one in _workload(name, "main", everywhere))
    yield from _by_section(_OF_CHART, everywhere, "<fullname>")
    for section, kind in (
        ("extraIngresses", "Ingress"),
        ("extraHttpRoutes", "HTTPRoute"),
        ("extraGrpcRoutes", "GRPCRoute"),
        ("certificates", "Certificate"),
        ("virtualServices", "VirtualService"),
        ("destinationRules", "DestinationRule"),
        ("istioGateways", "Gateway"),
        ("authorizationPolicies", "AuthorizationPolicy"),
        ("peerAuthentications", "PeerAuthentication"),
        ("requestAuthentications", "RequestAuthentication"),
        ("openshiftRoutes", "Route"),
        ("traefikMiddlewares", "Middleware"),
        ("ingressRoutes", "IngressRoute"),
    ):
        for route in sorted({route for values in everywhere.values() for route in values.get(section, {})}):
            yield {"kind": kind, "name": _name(everywhere, f"{kind}/{route}", f"-{route}", "<fullname>")}
    yield from own_objects(everywhere)
    if any("connectionTest" in values for values in everywhere.values()):
        yield {"kind": "Job", "name": _name(everywhere, "Job", "-test-connection", "<fullname>"), "hook": True}
    for test in sorted({test for values in everywhere.values() for test in values.get("tests", {})}):
        yield {"kind": "Job", "name": _name(everywhere, f"Job/{test}", f"-test-{test}", "<fullname>"), "hook": True}
    for component in sorted({one for values in everywhere.values() for one in values.get("components", {})}):
        yield from ({**one, "component": component} for one in _workload(name, component, _of(component, everywhere)))


def _of(component: str, everywhere: Mapping[str, Values]) -> dict[str, Values]:
    """The values of a component by environment, as far as it is there."""
    parts = {environment: values.get("components", {}).get(component) for environment, values in everywhere.items()}
    return {environment: values for environment, values in parts.items() if values is not None}


def _workload(name: str, component: str, everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    """A workload, and the objects that it alone has."""
    base = next(iter(everywhere.values()))
    kind, hook = kind_of(base), {"hook": True} if "hook" in base else {}
    full = "<fullname>" if component == "main" else f"<fullname>-{component}"
    suffix = "-<digest>" if kind == "Job" and not hook else ""
    if any("scaledJob" in values for values in everywhere.values()):
        yield {"kind": "ScaledJob", "name": _name(everywhere, "ScaledJob", "", full)}
    if not all("scaledJob" in values for values in everywhere.values()):
        yield {
            "kind": kind,
            "name": _name(everywhere, kind, suffix, full),
            **_fixed(name, component, everywhere),
            **hook,
        }
    if kind == "StatefulSet":
        yield {"kind": "Service", "name": _name(everywhere, "Service/headless", "-headless", full)}
    if any(values.get("serviceAccount", {}).get("create") for values in everywhere.values()):
        yield {"kind": "ServiceAccount", "name": _name(everywhere, "ServiceAccount", "", full), **hook}
    yield from _claims(everywhere, full)
    for which in _names(everywhere, "secretProviders"):
        name_ = _name(everywhere, f"SecretProviderClass/{which}", f"-{which}", full)
        yield {"kind": "SecretProviderClass", "name": name_}
    for one in roles(everywhere.values(), base.get("fullnameOverride") or full):
        yield {**one, **hook}
    yield from ({**one, **hook} for one in _services(everywhere, full))
    for one in _by_section(_OF_WORKLOAD, everywhere, full):
        yield one if one["kind"] in _NO_HOOKS else {**one, **hook}
    for which in logins([*everywhere.values()]):
        object_ = f"TriggerAuthentication/{which}"
        yield {"kind": "TriggerAuthentication", "name": _name(everywhere, object_, f"-{which}", full)}


def _claims(everywhere: Mapping[str, Values], full: str) -> Iterator[dict[str, Any]]:
    """Disks of the chart's own, and their sizes by environment: a disk may grow, and never shrink."""
    for which in _names(everywhere, "persistentVolumeClaims"):
        name = _name(everywhere, f"PersistentVolumeClaim/{which}", f"-{which}", full)
        own = {env: values.get("persistentVolumeClaims", {}).get(which) for env, values in everywhere.items()}
        sizes = {env: {which: claim["size"]} for env, claim in own.items() if claim}
        fixed = {env: {key: claim[key] for key in _OF_CLAIM} for env, claim in own.items() if claim}
        yield {
            "kind": "PersistentVolumeClaim",
            "name": name,
            "which": which,
            "claims": sizes,
            "fixed": fixed,
        }


def _services(everywhere: Mapping[str, Values], full: str) -> Iterator[dict[str, Any]]:
    """The workload's own Service, and its further ones."""
    own = {env: values.get("service") for env, values in everywhere.items()}
    if any(own.values()):
        yield _service(_name(everywhere, "Service", "", full), own)
    for which in _names(everywhere, "services"):
        own = {env: values.get("services", {}).get(which) for env, values in everywhere.items()}
        yield _service(_name(everywhere, f"Service/{which}", f"-{which}", full), own, which)


def _service(name: str, own: Mapping[str, Values | None], which: str = "") -> dict[str, Any]:
    """A Service, and what of it stays as it was made."""
    fixed = {env: _fixed_of_service(one) for env, one in own.items() if one}
    return {"kind": "Service", "name": name, "which": which, "fixed": fixed}


def _fixed_of_service(own: Values) -> dict[str, Any]:
    """Whether it has an address, its first family of addresses, and who balances its load, while somebody does.

    Source: https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go
    """
    balanced = own["type"] == "LoadBalancer"
    return {
        **({"clusterIP": "None" if own.get("headless") else ""} if own["type"] != "ExternalName" else {}),
        **({"loadBalancerClass": own.get("loadBalancerClass", "")} if balanced else {}),
        **({"healthCheckNodePort": own["healthCheckNodePort"]} if "healthCheckNodePort" in own else {}),
        **({"ipFamilies": own["ipFamilies"][0]} if own.get("ipFamilies") else {}),
    }


def _names(everywhere: Mapping[str, Values], section: str) -> list[str]:
    return sorted({name for values in everywhere.values() for name in values.get(section, {})})


def _fixed(name: str, component: str, everywhere: Mapping[str, Values]) -> dict[str, Any]:
    """What of a workload Kubernetes refuses to change, and who owns the number of its copies."""
    base = next(iter(everywhere.values()))
    kind = kind_of(base)
    if kind in ("Job", "CronJob"):
        return {}
    scaled = {environment: _scaling(values) for environment, values in everywhere.items()}
    copies = {
        environment: values["replicaCount"] for environment, values in everywhere.items() if "replicaCount" in values
    }
    full = "<fullname>" if component == "main" else f"<fullname>-{component}"
    return {
        "selector": _selector(name, component, everywhere),
        **({"scaling": scaled, "replicas": copies} if kind != "DaemonSet" else {}),
        **(_fixed_of_stateful_set(full, everywhere) if kind == "StatefulSet" else {}),
    }


def _fixed_of_stateful_set(full: str, everywhere: Mapping[str, Values]) -> dict[str, Any]:
    sizes = {
        environment: {which: one["size"] for which, one in values["volumeClaimTemplates"].items()}
        for environment, values in everywhere.items()
    }
    service = _name(everywhere, "Service/headless", "-headless", full)
    fixed = {
        environment: {
            "serviceName": service,
            "podManagementPolicy": values["podManagementPolicy"],
            "volumeClaimTemplates": values["volumeClaimTemplates"],
        }
        for environment, values in everywhere.items()
    }
    return {"claims": sizes, "fixed": fixed}


def _by_section(
    table: tuple[tuple[str, str, str], ...], everywhere: Mapping[str, Values], full: str
) -> Iterator[dict[str, Any]]:
    for section, kind, suffix in table:
        if any(values.get(section) for values in everywhere.values()):
            yield {"kind": kind.partition("/")[0], "name": _name(everywhere, kind, suffix, full)}


def _name(everywhere: Mapping[str, Values], key: str, suffix: str, full: str) -> str:
    base = next(iter(everywhere.values()))
    stated = base.get("identity", {}).get("objects", {}).get(key)
    return stated or (base.get("fullnameOverride") or full) + suffix


def _selector(name: str, component: str, everywhere: Mapping[str, Values]) -> dict[str, str]:
    own = next(iter(everywhere.values())).get("identity", {}).get("selector")
    return (
        dict(own)
        if own
        else {
            "app.kubernetes.io/name": name,
            "app.kubernetes.io/instance": "<release>",
            "app.kubernetes.io/component": component,
        }
    )


def _scaling(values: Values) -> str:
    scaled = any(values.get(section, {}).get("enabled") for section in ("autoscaling", "keda"))
    return "autoscaler" if scaled else "replicas"

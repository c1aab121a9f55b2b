"""What may not change once it runs, per object of a chart: kept in the ledger, so that a later chart can be compared.

A name is written with ``<fullname>`` for what Helm makes of release and chart.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Values = Mapping[str, Any]

_BY_SECTION = (
    ("service", "Service", ""),
    ("config", "ConfigMap", "-config"),
    ("configFiles", "ConfigMap/files", "-files"),
    ("autoscaling", "HorizontalPodAutoscaler", ""),
    ("podDisruptionBudget", "PodDisruptionBudget", ""),
    ("ingress", "Ingress", ""),
    ("httpRoute", "HTTPRoute", ""),
    ("networkPolicy", "NetworkPolicy", ""),
)
"""Section of the values, the object's key in an identity, and what its name adds to the full name."""


def objects(name: str, everywhere: Mapping[str, Values]) -> Iterator[dict[str, Any]]:
    """The objects of a chart, from the complete values of values.yaml ("") and of each environment."""
    yield {
        "kind": "Deployment",
        "name": _name(everywhere, "Deployment", ""),
        "selector": _selector(name, everywhere),
        "scaling": {environment: _scaling(values) for environment, values in everywhere.items()},
    }
    if any(values["serviceAccount"]["create"] for values in everywhere.values()):
        yield {"kind": "ServiceAccount", "name": _name(everywhere, "ServiceAccount", "")}
    for section, kind, suffix in _BY_SECTION:
        if any(values.get(section) for values in everywhere.values()):
            yield {"kind": kind.partition("/")[0], "name": _name(everywhere, kind, suffix)}
    for section, kind in (("extraIngresses", "Ingress"), ("extraHttpRoutes", "HTTPRoute")):
        for route in sorted({route for values in everywhere.values() for route in values.get(section, {})}):
            yield {"kind": kind, "name": _name(everywhere, f"{kind}/{route}", f"-{route}")}
    if any("connectionTest" in values for values in everywhere.values()):
        yield {"kind": "Job", "name": _name(everywhere, "Job", "-test-connection"), "hook": True}


def _name(everywhere: Mapping[str, Values], key: str, suffix: str) -> str:
    base = everywhere[""]
    stated = base.get("identity", {}).get("objects", {}).get(key)
    return stated or (base["fullnameOverride"] or "<fullname>") + suffix


def _selector(name: str, everywhere: Mapping[str, Values]) -> dict[str, str]:
    own = everywhere[""].get("identity", {}).get("selector")
    return (
        dict(own)
        if own
        else {
            "app.kubernetes.io/name": name,
            "app.kubernetes.io/instance": "<release>",
            "app.kubernetes.io/component": "main",
        }
    )


def _scaling(values: Values) -> str:
    return "autoscaler" if values.get("autoscaling", {}).get("enabled") else "replicas"

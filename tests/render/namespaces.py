"""Toggles of a namespace's chart."""

from collections.abc import Mapping

from .sample import Values, changed, rbac


def namespace() -> Values:
    """Every optional field at once."""
    denied: list[Values] = [{"from": [{"podSelector": {}}]}]
    asked = [{"ports": [{"port": 53, "protocol": "UDP"}]}]
    rules = rbac()["rules"]
    subjects = [{"kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": "oidc:payments"}]
    selector = {"matchExpressions": [{"scopeName": "PriorityClass", "operator": "In", "values": ["payments"]}]}
    levels = {"enforce": "restricted", "audit": "restricted", "warn": "restricted", "version": "latest"}
    return {
        "environment": "production",
        "namespace": {
            "create": True,
            "name": "payments",
            "keep": True,
            "labels": {"environment": "production"},
            "annotations": {"example.com/contact": "payments@example.com"},
        },
        "podSecurity": levels,
        "resourceQuotas": {
            "compute": {"hard": {"requests.cpu": "10", "pods": 50}, "scopes": [], "scopeSelector": {}},
            "urgent": {"hard": {"pods": "5"}, "scopes": ["NotTerminating"], "scopeSelector": selector},
        },
        "limitRange": [
            {"type": "Container", "default": {"cpu": "1"}, "defaultRequest": {"cpu": "100m"}, "max": {"cpu": 2}},
            {"type": "PersistentVolumeClaim", "max": {"storage": "1Gi"}},
        ],
        "networkPolicy": {
            "enabled": True,
            "policyTypes": ["Ingress", "Egress"],
            "ingress": denied,
            "egress": asked,
        },
        "priorityClasses": {
            "payments": _priority(description="What takes money."),
            "payments-batch": _priority(value=-1, preemptionPolicy="Never", description=""),
        },
        "access": {
            "developers": {"role": "edit", "rules": rules, "subjects": subjects},
            "guests": {"role": "view", "rules": [], "subjects": subjects},
            "runners": {"role": "", "rules": rules, "subjects": subjects},
        },
        "commonLabels": {"owner": "team-payments"},
    }


def namespaces() -> Mapping[str, tuple[str, Values]]:
    """Release name and values, by what is special about them."""
    full = namespace()
    own = full["namespace"]
    lacks: Values = {"resourceQuotas": {}, "priorityClasses": {}, "access": {}}
    off = {**full["networkPolicy"], "enabled": False}
    policy = {"enabled": True, "policyTypes": ["Ingress"], "ingress": [], "egress": []}
    return {
        "a namespace": ("payments", full),
        "a namespace that others make": ("platform", {**full, "namespace": {**own, "create": False}}),
        "a namespace of another environment": (
            "payments",
            changed({**full, **lacks, "networkPolicy": off}, limitRange=None),
        ),
        "a namespace that nobody notes": (
            "payments",
            changed(
                full,
                namespace={**own, "keep": False, "labels": {}, "annotations": {}},
                networkPolicy=policy,
                commonLabels={},
            ),
        ),
        "a namespace that goes": ("payments", changed(full, namespace={**own, "keep": False})),
        "a namespace that stays": ("payments", changed(full, namespace={**own, "annotations": {}})),
    }


def _priority(**changes: object) -> Values:
    return {"value": 1000, "preemptionPolicy": "PreemptLowerPriority", "globalDefault": False, **changes}

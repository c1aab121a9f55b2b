"""The roles and bindings of a chart, as the ledger knows them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Values = Mapping[str, Any]


def roles(everywhere: Iterable[Values], name: str) -> Iterator[dict[str, str]]:
    """Roles, ClusterRoles and their bindings of a workload, each once; those outside the namespace name theirs."""
    found = {tuple(one.items()): one for values in everywhere for one in _of(values.get("rbac") or {}, name)}
    yield from found.values()


def _of(rbac: Values, name: str) -> Iterator[dict[str, str]]:
    outside = f"{name}:<namespace>"
    if rbac.get("rules"):
        yield from ({"kind": kind, "name": name} for kind in ("Role", "RoleBinding"))
    for namespace in rbac.get("otherNamespaces", {}):
        yield from ({"kind": kind, "namespace": namespace, "name": outside} for kind in ("Role", "RoleBinding"))
    if rbac.get("clusterRules"):
        yield from ({"kind": kind, "name": outside} for kind in ("ClusterRole", "ClusterRoleBinding"))
    for binding in rbac.get("bindings", ()):
        yield _binding(binding, name)


def _binding(binding: Values, name: str) -> dict[str, str]:
    role = ("role-" if binding["kind"] == "Role" else "") + binding["name"]
    if binding["cluster"]:
        return {"kind": "ClusterRoleBinding", "name": f"{name}-{role}:<namespace>"}
    if binding["namespace"]:
        return {"kind": "RoleBinding", "namespace": binding["namespace"], "name": f"{name}-{role}:<namespace>"}
    return {"kind": "RoleBinding", "name": f"{name}-{role}"}

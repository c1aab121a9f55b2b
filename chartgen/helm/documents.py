"""Rendered templates as the text that ``helm template`` makes of them."""

import re
from collections.abc import Iterator, Mapping

_SEPARATOR = re.compile(r"(?:^|\s*\n)---\s*")
_KIND = re.compile(r"^kind:\s*[\"']?(\w+)", re.MULTILINE)
_HOOK = re.compile(r"^\s+[\"']?helm\.sh/hook[\"']?:", re.MULTILINE)

_KINDS = """
    PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget
    ServiceAccount Secret SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim
    CustomResourceDefinition ClusterRole ClusterRoleList ClusterRoleBinding ClusterRoleBindingList
    Role RoleList RoleBinding RoleBindingList Service DaemonSet Pod ReplicationController ReplicaSet Deployment
    HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService
""".split()  # noqa: SIM905 - a table
"""Helm's order of installation (pkg/release/v1/util/kind_sorter.go); any other kind comes after."""


def join(rendered: Mapping[str, str]) -> str:
    """One text of every document: in the order of installation, hooks last, notes left out."""
    return "".join(f"---\n# Source: {path}\n{text}\n" for path, text in sorted(_documents(rendered), key=_place))


def _documents(rendered: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for path in sorted(rendered):
        if not path.endswith("NOTES.txt"):
            yield from ((path, text) for text in _SEPARATOR.split(rendered[path].strip()) if text)


def _place(document: tuple[str, str]) -> tuple[bool, int, str]:
    _, text = document
    found = _KIND.search(text)
    kind = found.group(1) if found else ""
    known = kind in _KINDS
    return bool(_HOOK.search(text)), _KINDS.index(kind) if known else len(_KINDS), "" if known else kind

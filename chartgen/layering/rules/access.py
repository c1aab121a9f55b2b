"""Who the pods are, and what they may do with the Kubernetes API."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from chartgen.layering.api_groups import API_GROUPS, CLUSTER_WIDE, api_group, is_url, resource_of
from chartgen.layering.problem import Problem
from chartgen.models.access import Binding, Grant
from chartgen.models.base import Model
from chartgen.models.service import WorkloadSpec
from chartgen.project.shapes import FieldPath

_EXPLAIN = 'write because="…", or name less'
_UNNAMED = ("create", "deletecollection")
_OF_URLS = ("get", "head", "options", "post", "put", "patch", "delete", "*")
_ONLY_OF_URLS = ("head", "options", "post", "put")


def grants_are_possible(spec: WorkloadSpec) -> Iterator[Problem]:
    """Each grant is one that the API server understands, and that grants something."""
    yield from problems_of_grants(spec.grants, ("grants",))


def bindings_are_possible(spec: WorkloadSpec) -> Iterator[Problem]:
    """Each binding is of a role that may be bound there, and no two are one."""
    seen: dict[tuple[str, str, str | None, bool], FieldPath] = {}
    for index, binding in enumerate(spec.bindings):
        path: FieldPath = ("bindings", index)
        yield from _of_binding(binding, path)
        other = seen.setdefault((binding.kind, binding.role, binding.namespace, binding.cluster), path)
        if other != path:
            yield Problem(path, f"gives {binding.role} a second time", also=(other,))


def account_is_made(spec: WorkloadSpec) -> Iterator[Problem]:
    """What a ServiceAccount says is printed with it, so the chart makes it."""
    account = spec.service_account
    for field in ("aws_role_arn", "gcp_service_account", "pull_secrets"):
        if not account.create and getattr(account, field):
            path = ("service_account", field)
            text = "is of a ServiceAccount that the chart does not make"
            hint = "state it where the account is made, or take create=False away"
            yield Problem(path, text, hint, also=(("service_account", "create"),))


def problems_of_grants(grants: Sequence[Grant], at: FieldPath) -> Iterator[Problem]:
    """What is wrong with grants, wherever they stand."""
    for index, grant in enumerate(grants):
        path = (*at, index)
        if is_url(grant):
            yield from _of_url(grant, path)
        else:
            yield from _of_resource(grant, path)
        yield from _of_place(grant, path)
        if (reason := _to_explain(grant)) and grant.because is None:
            yield Problem(path, f"{reason}, which needs a reason", _EXPLAIN)


def _of_resource(grant: Grant, path: FieldPath) -> Iterator[Problem]:
    name = resource_of(grant)
    if api_group(grant) is None:
        close = get_close_matches(name, API_GROUPS, n=1, cutoff=0.85)
        hint = f"did you mean {close[0]!r}?" if close else 'write its API group: api_group="cert-manager.io"'
        yield Problem((*path, "resource"), f"is {grant.resource!r}, which is no resource of Kubernetes' own", hint)
    elif not grant.cluster and name in CLUSTER_WIDE and api_group(grant) == API_GROUPS[name]:
        text = f"is {name!r}, which belongs to no namespace, so that a Role grants nothing of it"
        yield Problem((*path, "resource"), text, "write cluster=True")
    for verb in grant.verbs:
        if verb in _ONLY_OF_URLS:
            yield Problem((*path, "verbs"), f"hold {verb!r}, which is for paths such as /metrics only")
        if grant.names and verb in _UNNAMED:
            text = f"hold {verb!r}, which names can't restrict"
            yield Problem((*path, "verbs"), text, "make it a grant of its own, without names", also=((*path, "names"),))


def _of_url(grant: Grant, path: FieldPath) -> Iterator[Problem]:
    if not grant.cluster:
        text = f"is {grant.resource!r}, a path of the API server, which belongs to no namespace"
        yield Problem((*path, "resource"), text, "write cluster=True")
    for field in ("names", "api_group"):
        if getattr(grant, field):
            yield Problem((*path, field), f"goes with resources, and {grant.resource!r} is a path")
    for verb in grant.verbs:
        if verb not in _OF_URLS:
            yield Problem((*path, "verbs"), f"hold {verb!r}; a path takes {', '.join(_OF_URLS)}")


def _of_binding(binding: Binding, path: FieldPath) -> Iterator[Problem]:
    yield from _of_place(binding, path)
    if binding.cluster and binding.kind == "Role":
        text = "is a Role, which belongs to a namespace, and can't be given in the whole cluster"
        yield Problem((*path, "kind"), text, also=((*path, "cluster"),))
    if binding.role == "cluster-admin" and binding.because is None:
        yield Problem(path, "gives cluster-admin, which needs a reason", 'write because="…", or give less')


def _of_place(one: Model, path: FieldPath) -> Iterator[Problem]:
    if getattr(one, "cluster", False) and getattr(one, "namespace", None) is not None:
        also = ((*path, "cluster"),)
        yield Problem((*path, "namespace"), "says less than cluster=True beside it; keep one of the two", also=also)


def _to_explain(grant: Grant) -> str:
    """What of a grant has to be explained; "" where it is narrow enough."""
    if "*" in grant.verbs:
        return "grants every verb"
    if "*" in grant.resource:
        return "grants every resource" if resource_of(grant) == "*" else f"grants {grant.resource}"
    if grant.api_group == "*":
        return "grants every API group"
    if grant.resource == "secrets" and api_group(grant) == "":
        return _of_secrets(grant)
    return next((f"grants {verb}" for verb in ("escalate", "bind", "impersonate") if verb in grant.verbs), "")


def _of_secrets(grant: Grant) -> str:
    """Who may list Secrets reads all of them; who may get any by name, those whose names he knows."""
    for verb in ("list", "watch"):
        if verb in grant.verbs:
            return f"grants {verb} on secrets, and with it what is in them"
    return "grants get on all secrets" if "get" in grant.verbs and not grant.names else ""

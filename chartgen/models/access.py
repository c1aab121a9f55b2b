"""What may be done with the Kubernetes API: grants, and bindings to roles that exist."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.types import Name, Text

RESOURCE = r"^(/[^\s]*|(\*|[a-z][-a-z0-9]*)(/(\*|[a-z][-a-z0-9]*))?)$"
API_GROUP = r"^(\*|([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?)$"
ROLE_NAME = r"^[A-Za-z0-9]([-A-Za-z0-9._:]*[A-Za-z0-9])?$"

Verb = Literal[
    "get",
    "list",
    "watch",
    "create",
    "update",
    "patch",
    "delete",
    "deletecollection",
    "use",
    "bind",
    "escalate",
    "impersonate",
    "approve",
    "sign",
    "head",
    "options",
    "post",
    "put",
    "*",
]
"""What is done with a resource. Source: https://kubernetes.io/docs/reference/access-authn-authz/authorization/"""

Resource = Annotated[str, Field(pattern=RESOURCE, max_length=253)]
"""A resource in the plural, ``secrets``, one of its subresources, ``pods/log``, or a path of the API server."""

ApiGroup = Annotated[str, Field(pattern=API_GROUP, max_length=253)]
"""An API group, as ``apps`` or ``cert-manager.io``; empty for the core group."""

RoleName = Annotated[str, Field(pattern=ROLE_NAME, max_length=128)]
"""The name of an existing role, as ``view`` or ``system:auth-delegator``."""

Reason = Annotated[Text, Field(min_length=1, max_length=500)]
"""Why something is wanted that has to be explained."""


class Grant(Model):
    """One thing that the pods may do with the API: ``Grant("secrets", names=["orders-db"], verbs=["get"])``.

    Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/
    """

    positional = ("resource",)

    resource: Resource = Field(default=MUST, kw_only=False)
    """The resource in the plural: ``secrets``, ``deployments``, with a subresource ``pods/log``; ``/metrics`` for a
    path of the API server."""

    verbs: Annotated[Sequence[Verb], Field(min_length=1)] = MUST
    """What may be done with it: ``["get", "list", "watch"]`` to read."""

    names: Sequence[Annotated[Text, Field(min_length=1, max_length=253)]] = ()
    """Only these objects; all of them by default."""

    api_group: ApiGroup | None = None
    """The resource's API group; Kubernetes' own resources are known by their name."""

    namespace: Name | None = None
    """Another namespace in which it is granted; by default that of the release."""

    cluster: bool = False
    """In the whole cluster: a ClusterRole in place of a Role."""

    because: Reason | None = None
    """Why a wildcard, or more of the Secrets than reading some by name, is needed."""


class Binding(Model):
    """A role that exists already, given to the ServiceAccount: ``Binding("view")``.

    Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
    """

    positional = ("role",)

    role: RoleName = Field(default=MUST, kw_only=False)
    """The role's name."""

    kind: Literal["ClusterRole", "Role"] = "ClusterRole"
    """What it is; a ``Role`` belongs to the namespace in which it is bound."""

    namespace: Name | None = None
    """Another namespace in which it is given; by default that of the release."""

    cluster: bool = False
    """In the whole cluster: a ClusterRoleBinding in place of a RoleBinding."""

    because: Reason | None = None
    """Why ``cluster-admin`` is needed."""

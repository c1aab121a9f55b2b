"""The values of what may be done with the Kubernetes API: Roles, ClusterRoles and their bindings."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.access import ApiGroup, RoleName
from chartgen.models.types import Name

Words = Annotated[Sequence[Annotated[str, Field(min_length=1)]], Field(min_length=1)]

_OF_RESOURCES = ("apiGroups", "resources", "resourceNames")


class ResourceRule(Section):
    """What may be done with some resources."""

    api_groups: Annotated[Sequence[ApiGroup], Field(min_length=1)]
    resources: Words
    resource_names: Words = OPTIONAL
    verbs: Words


class ClusterRule(Section):
    """What may be done with some resources, or with some paths of the API server."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["apiGroups", "resources"], "properties": {"nonResourceURLs": False}},
                {"required": ["nonResourceURLs"], "properties": dict.fromkeys(_OF_RESOURCES, False)},
            ]
        }
    )

    api_groups: Annotated[Sequence[ApiGroup], Field(min_length=1)] = OPTIONAL
    resources: Words = OPTIONAL
    resource_names: Words = OPTIONAL
    non_resource_urls: Annotated[Words, Field(alias="nonResourceURLs")] = OPTIONAL
    verbs: Words

    @model_validator(mode="after")
    def _of_one_sort(self) -> Self:
        said = self.model_fields_set - {"verbs", "resource_names"}
        if said not in ({"non_resource_urls"}, {"api_groups", "resources"}):
            msg = "needs apiGroups and resources, or nonResourceURLs"
            raise ValueError(msg)
        if "non_resource_urls" in said and "resource_names" in self.model_fields_set:
            msg = "has nonResourceURLs, which have no names"
            raise ValueError(msg)
        return self


class RoleBindingValues(Section):
    """An existing role that the ServiceAccount has."""

    kind: Literal["ClusterRole", "Role"]
    name: RoleName
    namespace: str
    """Empty for the release's own."""

    cluster: bool
    """In the whole cluster."""


class RbacValues(Section):
    """What the ServiceAccount may do with the Kubernetes API."""

    create: bool
    """Make the roles and bindings; off where somebody else does."""

    rules: Sequence[ResourceRule]
    """Of a Role in the release's namespace."""

    other_namespaces: Mapping[Name, Sequence[ResourceRule]]
    """Of Roles in other namespaces, by the namespace."""

    cluster_rules: Sequence[ClusterRule]
    """Of a ClusterRole."""

    bindings: Sequence[RoleBindingValues]
    """Roles that exist already."""

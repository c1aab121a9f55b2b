"""Who the pods are to the API server and the cloud, and what they may do there."""

from collections.abc import Sequence

from chartgen.charting.values.container import Values, stated
from chartgen.layering.api_groups import api_group, is_url
from chartgen.models.access import Binding, Grant
from chartgen.models.account import ServiceAccount
from chartgen.models.service import WorkloadSpec

_AZURE_LABEL = "azure.workload.identity/use"


def service_account(spec: WorkloadSpec) -> Values:
    """The account; its token is mounted where something is granted to it, unless it says otherwise."""
    account = spec.service_account
    granted = bool(spec.grants or spec.bindings)
    return stated(
        {
            "create": account.create,
            "automount": granted if account.automount_token is None else account.automount_token,
            "annotations": _annotations(account),
            "name": account.name or "",
            "imagePullSecrets": [{"name": name} for name in account.pull_secrets],
        }
    )


def pod_labels(spec: WorkloadSpec) -> Values:
    """What a cloud looks for on the pods."""
    return {_AZURE_LABEL: "true"} if spec.service_account.azure_client_id else {}


def rbac(spec: WorkloadSpec) -> Values | None:
    """What is granted; None for nothing."""
    if not spec.grants and not spec.bindings:
        return None
    own = [grant for grant in spec.grants if not grant.cluster]
    elsewhere = sorted({grant.namespace for grant in own if grant.namespace})
    return {
        "create": True,
        "rules": rules([grant for grant in own if grant.namespace is None]),
        "otherNamespaces": {name: rules([grant for grant in own if grant.namespace == name]) for name in elsewhere},
        "clusterRules": rules([grant for grant in spec.grants if grant.cluster]),
        "bindings": [_binding(binding) for binding in spec.bindings],
    }


def rules(grants: Sequence[Grant]) -> list[Values]:
    """The rules of a role, one a grant."""
    return [_rule(grant) for grant in grants]


def own_account(account: Values, main: Values) -> Values:
    """An account of a component's own: one that the chart makes has the component's name."""
    return {**account, "name": ""} if account["create"] and account["name"] == main["name"] else account


def _rule(grant: Grant) -> Values:
    if is_url(grant):
        return {"nonResourceURLs": [grant.resource], "verbs": list(grant.verbs)}
    return stated(
        {
            "apiGroups": [api_group(grant) or ""],
            "resources": [grant.resource],
            "resourceNames": list(grant.names),
            "verbs": list(grant.verbs),
        }
    )


def _binding(binding: Binding) -> Values:
    return {
        "kind": binding.kind,
        "name": binding.role,
        "namespace": binding.namespace or "",
        "cluster": binding.cluster,
    }


def _annotations(account: ServiceAccount) -> Values:
    clouds = {
        "azure.workload.identity/client-id": account.azure_client_id,
        "eks.amazonaws.com/role-arn": account.aws_role_arn,
        "iam.gke.io/gcp-service-account": account.gcp_service_account,
    }
    return {key: value for key, value in {**clouds, **account.annotations}.items() if value is not None}

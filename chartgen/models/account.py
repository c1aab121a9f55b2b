"""Who the pods are to the API server and to the cloud."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from chartgen.models.base import Model
from chartgen.models.types import LabelKey, ObjectName, Text

AWS_ROLE = r"^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$"
GCP_ACCOUNT = r"^[a-z0-9-]+@[a-z0-9.-]+[.]gserviceaccount[.]com$"
UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"


class ServiceAccount(Model):
    """A ServiceAccount of the service's own; its token is mounted only where something is granted to it.

    Source: https://kubernetes.io/docs/concepts/security/service-accounts/
    """

    create: bool = True
    """Make it with the chart; otherwise ``name`` is an existing one."""

    name: ObjectName | None = None
    """Its name; by default that of the other objects."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations, as a cloud's workload identity needs them."""

    aws_role_arn: Annotated[str, Field(pattern=AWS_ROLE, max_length=2048)] | None = None
    """The IAM role that the pods take on EKS: ``arn:aws:iam::123456789012:role/orders-api``.
    Source: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"""

    gcp_service_account: Annotated[str, Field(pattern=GCP_ACCOUNT, max_length=253)] | None = None
    """The IAM service account that the pods act as on GKE: ``orders-api@acme.iam.gserviceaccount.com``.
    Source: https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity"""

    azure_client_id: Annotated[str, Field(pattern=UUID)] | None = None
    """The client id of the managed identity that the pods act as on AKS; they carry its label
    ``azure.workload.identity/use`` too.
    Source: https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html"""

    pull_secrets: Sequence[ObjectName] = ()
    """Existing Secrets for private registries, for every pod of this account."""

    automount_token: bool | None = None
    """Mount a token for the Kubernetes API into the pods; by default where there are grants or bindings."""

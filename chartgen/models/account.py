"""Who the pods are to the API server and to the cloud."""

from collections.abc import Mapping

from chartgen.models.base import Model
from chartgen.models.types import LabelKey, ObjectName, Text


class ServiceAccount(Model):
    """A ServiceAccount of the service's own; its token is not mounted unless the service calls the API.

    Source: https://kubernetes.io/docs/concepts/security/service-accounts/
    """

    create: bool = True
    """Make it with the chart; otherwise ``name`` is an existing one."""

    name: ObjectName | None = None
    """Its name; by default that of the other objects."""

    annotations: Mapping[LabelKey, Text | None] = {}
    """Annotations, as a cloud's workload identity needs them."""

    automount_token: bool = False
    """Mount a token into the pods: only for a service that calls the Kubernetes API."""

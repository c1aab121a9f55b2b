"""Names and labels of a workload that already runs, taken over as they are."""

from collections.abc import Mapping

from chartgen.models.base import Model
from chartgen.models.types import LabelKey, LabelValue, Name, ObjectName


class Identity(Model):
    """What Kubernetes can't change once it runs; state it to take over a running chart without a new object.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates
    """

    name: Name | None = None
    """The name that all objects share, in place of ``<release>-<chart>``."""

    selector: Mapping[LabelKey, LabelValue] = {}
    """The selector labels that run today, in place of chartgen's ``app.kubernetes.io`` ones."""

    container: Name | None = None
    """The main container's name, in place of the service's."""

    objects: Mapping[str, ObjectName] = {}
    """Names of single objects by kind (``{"Service": "orders"}``), where they differ from the shared name."""

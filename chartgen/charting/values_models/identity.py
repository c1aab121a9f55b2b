"""The values of who a workload is: names, labels, annotations, its account."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section, without
from chartgen.charting.values_models.image import PullSecret
from chartgen.models.types import (
    LabelKey,
    LabelValue,
    ObjectName,
)

ObjectKey = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]*(/[-a-z0-9]+)?$")]


_SELECTOR = ("app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component")
_OWN_LABELS = ("helm.sh/chart", "app.kubernetes.io/version", "app.kubernetes.io/managed-by")

CommonLabels = Annotated[Mapping[LabelKey, LabelValue], *without(*_SELECTOR, *_OWN_LABELS)]
PodLabels = Annotated[Mapping[LabelKey, LabelValue], *without(*_SELECTOR, *_OWN_LABELS)]
PodAnnotations = Annotated[Mapping[LabelKey, str], *without("checksum/config", "checksum/config-files")]


class IdentityValues(Section):
    """Names and labels of what already runs; never change them, Kubernetes can't."""

    selector: Mapping[LabelKey, LabelValue]
    """The labels by which Deployment and Service find their pods; empty for chartgen's own."""

    container: str
    """The main container's name; empty for the chart's name."""

    objects: Mapping[ObjectKey, ObjectName]
    """Names of single objects where they differ, by kind: Service, ConfigMap, ConfigMap/files, Ingress/<route>."""


class ServiceAccountValues(Section):
    """Who the pods are to the API server."""

    create: bool
    """Make it with the chart."""

    automount: bool
    """Mount a token; only for pods that call the API."""

    annotations: Mapping[str, str]
    """As a cloud's workload identity needs them."""

    name: Annotated[str, Field(pattern=r"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?$", max_length=253)]
    """Empty for <fullname>, or for default where create is false."""

    image_pull_secrets: Sequence[PullSecret] = OPTIONAL
    """Existing Secrets for private registries, for every pod of this account."""

"""Fields and objects in Kubernetes' own shape, which nothing here describes."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from chartgen.charting.values_models.base import without
from chartgen.layering.managed import OF_CONTAINER, OF_POD

Fields = Mapping[str, Any]
"""Fields by Kubernetes' own names."""

ContainerFields = Annotated[Fields, *without(*sorted(OF_CONTAINER))]
"""Those of a container that the chart does not print itself."""

PodFields = Annotated[Fields, *without(*sorted(OF_POD))]
"""Those of a pod that the chart does not print itself."""


class ManifestMetadata(BaseModel):
    """Who an object is."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)

    name: Annotated[str, Field(min_length=1)]
    """Its name, as it stands here."""


class ManifestValues(BaseModel):
    """A whole object."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)

    apiVersion: str  # noqa: N815 - Kubernetes' spelling
    kind: str
    metadata: ManifestMetadata

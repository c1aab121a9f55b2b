"""Fields and objects in Kubernetes' own shape, which nothing here describes."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Fields = Mapping[str, Any]
"""Fields by Kubernetes' own names."""


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

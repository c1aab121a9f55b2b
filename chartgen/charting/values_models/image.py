"""The values of the image: what runs, and how it is pulled."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from chartgen.charting.values_models.base import Section
from chartgen.models.types import (
    ObjectName,
    Repository,
)

_UNPINNED = "an image needs a tag or a digest: pass --set image.digest=DIGEST or --set image.tag=TAG"


class ImageValues(Section):
    """What runs."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": {"properties": {"tag": {"const": ""}}},
                    "then": {"properties": {"digest": {"if": {"minLength": 1}, "else": {"const": _UNPINNED}}}},
                }
            ]
        }
    )

    repository: Repository
    """The registry and repository, without tag or digest."""

    tag: Annotated[str, Field(pattern=r"^([A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?$")]
    """An immutable tag, also the version label. Where a digest is set, the digest is what is pulled."""

    digest: Annotated[str, Field(pattern=r"^(sha256:[0-9a-f]{64})?$")]
    """The image's sha256 digest; empty to pull by tag."""

    pull_policy: Literal["IfNotPresent", "Always", "Never"]
    """When the node pulls."""

    @model_validator(mode="after")
    def _is_pinned(self) -> Self:
        if not self.tag and not self.digest:
            msg = "needs a tag or a digest"
            raise ValueError(msg)
        return self


class PullSecret(Section):
    """An existing Secret of type kubernetes.io/dockerconfigjson."""

    name: ObjectName

"""The image that runs, and who decides which build of it."""

from collections.abc import Sequence
from typing import Literal

from chartgen.models.base import MUST, Model
from chartgen.models.types import Digest, ObjectName, Repository, Tag


class Image(Model):
    """What runs: a repository, and a tag, a digest or both.

    Where both stand in one layer, the digest is pulled and the tag names the version. A layer that says only one of
    them drops the other from the layers below.
    """

    rivals = (frozenset({"tag", "digest"}),)

    repository: Repository = MUST
    """Registry and repository, without tag or digest: ``ghcr.io/acme/orders-api``."""

    tag: Tag | None = None
    """An immutable tag: a version, a commit, a build number. Moving ones (``latest``, ``main``) are a finding."""

    digest: Digest | None = None
    """The image's digest, ``sha256:`` and 64 hexadecimal digits: the one pin that can't move."""

    set_by: Literal["service", "deployment"] = "service"
    """Who pins the image: this file, or whoever deploys (``--set image.digest=…`` or ``image-<environment>.yaml``)."""

    pull_policy: Literal["IfNotPresent", "Always", "Never"] = "IfNotPresent"
    """When the node pulls; ``Always`` gains nothing with a pinned image and needs the registry at each restart."""

    pull_secrets: Sequence[ObjectName] = ()
    """Existing Secrets of type ``kubernetes.io/dockerconfigjson`` for a private registry."""

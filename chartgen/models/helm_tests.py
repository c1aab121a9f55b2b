"""What ``helm test`` runs beside the connection test: requests that must be answered, commands that must succeed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.probes import Command
from chartgen.models.types import EnvName, PinnedImage, PortName, Quantity, UrlPath
from chartgen.models.variables import EnvLike


class HttpCheck(Shorthand):
    """A page of the Service and its answer; the path alone says the same as ``HttpCheck(path="/health")``."""

    scalar = "path"

    path: UrlPath = MUST
    """The page."""

    port: PortName | None = None
    """The Service's port by name; by default ``http``, else the first."""

    status: Annotated[int, Field(ge=100, le=599)] = 200
    """The status that the answer must have: 200 is all right, 401 shows that a page is guarded."""


if TYPE_CHECKING:
    HttpCheckLike = HttpCheck | str
else:
    HttpCheckLike = HttpCheck


class HelmTest(Model):
    """A Job that ``helm test`` runs after an install: it checks one page, or runs a command that must succeed.

    It runs without rights, as user 10001, with a read-only root file system and an empty ``/tmp``; the network policies
    of the chart let it in.
    Source: https://helm.sh/docs/topics/chart_tests/
    """

    rivals = (frozenset({"http", "command"}),)

    image: PinnedImage = MUST
    """The image, by digest: for ``http`` one that has ``sh``, ``wget`` and ``awk``, as busybox has."""

    http: HttpCheckLike | None = None
    """A page that must answer."""

    command: Command | None = None
    """A command that must end with 0, run without a shell."""

    env: Mapping[EnvName, EnvLike | None] = {}
    """Variables of the command; never secrets written out."""

    memory: Quantity = "64Mi"
    """The memory that the test reserves, and its limit."""

    timeout_seconds: Annotated[int, Field(ge=1, le=3600)] = 60
    """Seconds until the test counts as failed."""

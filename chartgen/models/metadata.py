"""Labels and annotations, and what finds the pods by them."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import LabelValue, PinnedImage, PortName, Text, UrlPath


class Label(Shorthand):
    """A label on every object; the value alone says the same as ``Label(value="x")``."""

    scalar = "value"

    value: LabelValue = MUST
    """The label's value."""

    pods: bool = False
    """Also on the pods, as meshes and cost reports need it; a change of it then rolls them."""


class Annotation(Shorthand):
    """An annotation on every object; the value alone says the same as ``Annotation(value="x")``."""

    scalar = "value"

    value: Text = MUST
    """The annotation's value."""

    pods: bool = False
    """Also on the pods, as meshes and log shippers need it; a change of it then rolls them."""


class Prometheus(Model):
    """The ``prometheus.io`` annotations that a scrape configuration by pod annotations looks for."""

    port: PortName | None = None
    """The port by name; by default ``metrics``, else ``http``, else the first."""

    path: UrlPath = "/metrics"
    """Where the metrics are."""


class ConnectionTest(Model):
    """What ``helm test`` runs after an install: a Job that asks the Service for a page.

    Source: https://helm.sh/docs/topics/chart_tests/
    """

    image: PinnedImage = MUST
    """An image that has ``wget``, by digest: ``docker.io/library/busybox@sha256:…``."""

    port: PortName | None = None
    """The Service's port by name; by default ``http``, else the first."""

    path: UrlPath = "/"
    """The page that must answer."""

    timeout_seconds: Annotated[int, Field(ge=1, le=3600)] = 60
    """Seconds until the test counts as failed."""


if TYPE_CHECKING:
    LabelLike = Label | str
    AnnotationLike = Annotation | str
else:
    LabelLike, AnnotationLike = Label, Annotation

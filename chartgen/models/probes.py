"""How the kubelet asks a container if it has started, lives, and is ready for traffic.

Source of the numbers: STANDARDS "Probes and shutdown" in the documentation, and
https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model, Shorthand
from chartgen.models.types import Count, HeaderName, PortName, PortNumber, Positive, Text, UrlPath

PortRef = PortName | PortNumber
"""A port by its name, or a number that is one of the ports."""

Command = Annotated[Sequence[Text], Field(min_length=1)]
"""A command and its arguments, run without a shell."""


class HttpGet(Shorthand):
    """A GET request; a status of 200 to 399 is success. The path alone says the same as ``HttpGet(path="/x")``."""

    scalar = "path"

    path: UrlPath = MUST
    """The path that is asked for."""

    port: PortRef | None = None
    """The port by name; by default ``http``, else the first."""

    scheme: Literal["HTTP", "HTTPS"] = "HTTP"
    """``HTTPS`` does not verify the certificate."""

    headers: Mapping[HeaderName, Text] = {}
    """Headers of the request."""


if TYPE_CHECKING:
    HttpLike = HttpGet | str
else:
    HttpLike = HttpGet


class TcpSocket(Model):
    """A connection that opens."""

    port: PortRef | None = None
    """The port by name; by default ``http``, else the first."""


class Grpc(Model):
    """A call of the gRPC health protocol, ``grpc.health.v1.Health/Check``."""

    port: PortRef | None = None
    """The port by name; by default ``grpc``, else the first."""

    service: Text | None = None
    """The service whose health is asked for; empty for the whole server."""


class Probe(Shorthand):
    """One probe; at most one of http, tcp, grpc and exec. A path alone says the same as ``Probe(http="/x")``."""

    scalar = "http"
    rivals = (frozenset({"http", "tcp", "grpc", "exec"}),)

    http: HttpLike | None = None
    """A GET request."""

    tcp: TcpSocket | None = None
    """A connection that opens."""

    grpc: Grpc | None = None
    """A call of the gRPC health protocol."""

    exec: Command | None = None
    """A command that exits with 0; it runs in the container, so keep it cheap."""

    period_seconds: Positive = 10
    """Seconds between two questions."""

    timeout_seconds: Positive = 3
    """Seconds that an answer may take."""

    failure_threshold: Positive = 3
    """Failures in a row that count."""

    success_threshold: Positive = 1
    """Successes in a row that count; more than 1 for readiness only."""

    initial_delay_seconds: Count = 0
    """Seconds before the first question. Prefer ``start_seconds``, which waits no longer than needed."""


class ReadinessProbe(Probe):
    """Ready for traffic: may test dependencies. Without a handler: a TCP connection to the first port."""

    period_seconds: Positive = 5
    """Seconds between two questions."""


class LivenessProbe(Probe):
    """The process lives: tests nothing else, for a failure restarts the container."""

    period_seconds: Positive = 20
    """Seconds between two questions."""

    timeout_seconds: Positive = 5
    """Seconds that an answer may take."""

    termination_grace_period_seconds: Positive | None = None
    """Seconds until SIGKILL when this probe has failed; by default the pod's grace period."""


class StartupProbe(Probe):
    """Has started; readiness and liveness wait for it. Without a handler: the liveness probe's."""

    period_seconds: Positive = 5
    """Seconds between two questions."""

    timeout_seconds: Positive = 5
    """Seconds that an answer may take."""

    termination_grace_period_seconds: Positive | None = None
    """Seconds until SIGKILL when this probe has failed; by default the pod's grace period."""


if TYPE_CHECKING:
    ReadinessLike = ReadinessProbe | str
    LivenessLike = LivenessProbe | str
    StartupLike = StartupProbe | str
else:
    ReadinessLike, LivenessLike, StartupLike = ReadinessProbe, LivenessProbe, StartupProbe


class Probes(Model):
    """All three probes from one statement: a path for readiness, a path for liveness, the slowest start."""

    readiness: ReadinessLike | None = ReadinessProbe()
    """Ready for traffic: may test dependencies. By default a TCP connection to the first port; ``None`` for none."""

    liveness: LivenessLike | None = None
    """The process lives: tests nothing else. None unless stated: a wrong one restarts healthy containers."""

    startup: StartupLike | None = StartupProbe()
    """Has started. By default the liveness probe's handler; ``None`` for no probe. There is none without liveness."""

    start_seconds: Positive = 120
    """The slowest start, in seconds: the startup probe is asked so often before the container is restarted."""

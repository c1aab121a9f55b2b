"""How a container starts and stops: the drain before SIGTERM, the time it may take, hooks of its own."""

from chartgen.models.base import Model
from chartgen.models.probes import Command, HttpLike
from chartgen.models.types import Count, Positive


class Shutdown(Model):
    """From the decision to stop until SIGKILL.

    Endpoints are removed while the pod is already stopping, so the container sleeps first (``drain_seconds``), then
    gets SIGTERM, finishes its requests and exits.
    Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
    """

    drain_seconds: Count = 10
    """Seconds of sleep before SIGTERM, while load balancers take notice. 0 for none."""

    longest_request_seconds: Count = 30
    """The longest request that has to finish after SIGTERM."""

    grace_seconds: Positive | None = None
    """Seconds until SIGKILL; by default the drain, the longest request and 5 more."""


class Handler(Model):
    """What a hook does; exactly one of the three."""

    rivals = (frozenset({"exec", "http", "sleep"}),)

    exec: Command | None = None
    """A command in the container."""

    http: HttpLike | None = None
    """A GET request to the container."""

    sleep: Positive | None = None
    """Seconds of doing nothing, without a shell in the image."""


class Lifecycle(Model):
    """Hooks of the container's own, beside the drain.

    Source: https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
    """

    post_start: Handler | None = None
    """Runs right after the start, at the same time as the process."""

    pre_stop: Handler | None = None
    """Runs before SIGTERM, in place of the drain's sleep; it counts into the grace period."""

"""What of a service runs in a cluster: the flow of ``status`` and ``wait``, as code."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from chartgen import disk
from chartgen.cluster.advice import Place, elsewhere, next_steps
from chartgen.cluster.client import SOON, Client
from chartgen.cluster.connection import Where, connect
from chartgen.cluster.errors import Refused, Unreachable
from chartgen.cluster.feed import Feed
from chartgen.cluster.picture import Picture, picture
from chartgen.cluster.reasons import Reason, reasons
from chartgen.cluster.release import Release, read_release
from chartgen.cluster.waiting import Outcome, Scene, wait
from chartgen.errors import StaleChart, ToolError, invalid
from chartgen.models.service import Service
from chartgen.planning import Plan
from chartgen.project.lines import show

LOG_LINES = 10
"""What of a container's log is shown; the rest is a command away."""

_BESIDE = ("HorizontalPodAutoscaler", "PodDisruptionBudget", "Event")
"""What belongs to a workload and does not have its labels always: it is found in the whole namespace."""


@dataclass(frozen=True)
class Why:
    """Something that keeps a workload from being ready, and what the container wrote last."""

    workload: str
    reason: Reason
    log: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """How the waiting ended, why, and what to type next."""

    outcome: Outcome
    why: tuple[Why, ...]
    steps: tuple[str, ...]


def release_of(one: Plan, environment: str, name: str) -> Release:
    """What should run, as the chart on disk says it: that is what was installed, not what would be generated."""
    if not isinstance(one.service.service, Service):
        raise invalid(show(one.service.path), "describes a namespace, in which nothing runs by itself")
    disk.refuse_links(one.chart)
    try:
        return read_release(one.chart.folder, environment, name or one.release)
    except (OSError, ValueError, KeyError, TypeError) as error:
        folder = show(one.chart.folder)
        hint = f"chartgen generate {show(one.service.folder)}"
        raise StaleChart(f"{folder}: the chart can't be read: {error}", hint=hint) from None


def look(client: Client, release: Release) -> Picture:
    """The release as it is now."""
    kinds = dict.fromkeys(expected.kind for expected in release.workloads)
    known = {kind: client.listed(kind, release.selector).items for kind in kinds}
    known |= {kind: client.listed(kind).items for kind in ("Pod", *_BESIDE)}
    return picture(release, client.namespace, known, datetime.now(tz=UTC))


def watch(client: Client, release: Release, pause: float = 2.0) -> Iterator[Picture | Unreachable]:
    """The release over and over; an API server that is away is no reason to stop, once it has answered."""
    yield look(client, release)
    while True:
        time.sleep(pause)
        try:
            yield look(client, release)
        except Unreachable as error:
            yield error


def wait_for(
    client: Client,
    release: Release,
    where: Where,
    seconds: float,
    say: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
) -> Result:
    """Until the release is rolled out, has failed, or the time is over."""
    scene = Scene(release)
    kinds = dict.fromkeys(expected.kind for expected in release.workloads)
    with Feed(client, [*((kind, release.selector) for kind in kinds), ("Pod", "")]) as feed:
        outcome = wait(scene, feed.next, clock, seconds, say)
    if outcome.state == "done":
        return Result(outcome, (), ())
    place = Place(release.name, client.namespace, where)
    if not any(map(scene.workload, release.workloads)):
        return Result(outcome, (), (elsewhere(place),))
    why = tuple(_why(client, scene, outcome))
    return Result(outcome, why, tuple(next_steps(place, (one.reason for one in why))))


def _why(client: Client, scene: Scene, outcome: Outcome) -> Iterator[Why]:
    """What the pods and events say of each workload that is not done; what can't be asked soon is left out."""
    try:
        events = client.listed("Event", seconds=SOON).items
    except ToolError:
        events = []
    for expected, verdict in outcome.verdicts.items():
        workload = scene.workload(expected)
        if verdict.state != "done" and workload:
            for reason in reasons(workload, scene.pods(workload), events):
                yield Why(str(expected), reason, _log(client, reason))


def _log(client: Client, reason: Reason) -> tuple[str, ...]:
    if not reason.has_log:
        return ()
    try:
        return tuple(client.log(reason.pod, reason.container, LOG_LINES, previous=reason.previous))
    except Refused as error:
        return (f"({error})",)
    except ToolError:
        return ()


__all__ = ["Result", "Why", "connect", "look", "release_of", "wait_for", "watch"]

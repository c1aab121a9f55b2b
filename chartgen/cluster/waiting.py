"""Waiting for a rollout: from news and a clock to an outcome; asks no cluster itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from chartgen.cluster.errors import Unreachable
from chartgen.cluster.feed import News
from chartgen.cluster.matching import find, pods_of
from chartgen.cluster.reasons import reasons
from chartgen.cluster.release import Expected, Release
from chartgen.cluster.rollout import Verdict, judge

Manifest = Mapping[str, Any]


@dataclass
class Scene:
    """What is known of a release, by kind and name."""

    release: Release
    known: dict[str, Mapping[str, Manifest]] = field(default_factory=dict)

    def workload(self, expected: Expected) -> Manifest | None:
        """The object, once it is there."""
        return find(expected, self.known.get(expected.kind, {}).values())

    def pods(self, workload: Manifest) -> list[Manifest]:
        """Its pods."""
        return pods_of(workload, self.known.get("Pod", {}).values())

    def verdicts(self) -> dict[Expected, Verdict]:
        """Where each workload stands."""
        found = {expected: self.workload(expected) for expected in self.release.workloads}
        missing = Verdict("waiting", "is not there yet")
        return {expected: judge(one) if one else missing for expected, one in found.items()}

    @property
    def is_known(self) -> bool:
        """Whether all is known that a verdict needs."""
        return {"Pod", *(expected.kind for expected in self.release.workloads)} <= self.known.keys()


@dataclass(frozen=True)
class Outcome:
    """How the waiting ended."""

    state: Literal["done", "failed", "timeout"]
    verdicts: Mapping[Expected, Verdict]


def wait(
    scene: Scene,
    news: Callable[[float], News | None],
    clock: Callable[[], float],
    seconds: float,
    say: Callable[[str], None],
) -> Outcome:
    """Takes news until all is rolled out, something failed for good, or the time is over; fills the scene.

    ``news`` waits at most the seconds it is given. What changes is said, once.

    Raises Unreachable where the API server was away from the beginning, or is when the time is over.
    """
    end, teller, away = clock() + seconds, _Teller(say), None
    while True:
        left = end - clock()
        one = news(left) if left > 0 else None
        if one is None and clock() >= end:
            if away or not scene.is_known:
                raise away or Unreachable("the API server did not answer in time", hint="a longer --timeout")
            return Outcome("timeout", scene.verdicts())
        if one is None:
            continue
        away = one.away
        if away:
            if not scene.known:
                raise away
            teller.tell("", f"{away}; trying again")
            continue
        scene.known[one.kind] = one.objects
        if not scene.is_known:
            continue
        verdicts = scene.verdicts()
        teller.tell_all(scene, verdicts)
        if outcome := _outcome(verdicts):
            return outcome


def _outcome(verdicts: Mapping[Expected, Verdict]) -> Outcome | None:
    states = {verdict.state for verdict in verdicts.values()}
    if "failed" in states:
        return Outcome("failed", verdicts)
    return None if "waiting" in states else Outcome("done", verdicts)


class _Teller:
    """Says what is new about each workload, and keeps still about what was said last."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._last: dict[str, str] = {}
        self._troubles: set[str] = set()

    def tell(self, who: str, text: str) -> None:
        if self._last.get(who) != text:
            self._last[who] = text
            self._say(f"{who}: {text}" if who else text)

    def tell_all(self, scene: Scene, verdicts: Mapping[Expected, Verdict]) -> None:
        self._last.pop("", None)
        for expected, verdict in verdicts.items():
            self.tell(str(expected), verdict.text)
            workload = scene.workload(expected)
            if workload and verdict.state == "waiting":
                self._tell_troubles(scene, expected, workload)

    def _tell_troubles(self, scene: Scene, expected: Expected, workload: Manifest) -> None:
        """Early, for somebody who looks on: it may pass, so the waiting goes on. A probe needs time, as a rule."""
        for reason in reasons(workload, scene.pods(workload), ()):
            if reason.cause != "probe" and reason.text not in self._troubles:
                self._troubles.add(reason.text)
                self._say(f"{expected}: {reason.text}")

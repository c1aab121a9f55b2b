"""Waiting, with a clock that the test moves: what ends it, what is said meanwhile."""

from collections.abc import Iterable

import pytest

from chartgen.cluster.errors import Unreachable
from chartgen.cluster.feed import News
from chartgen.cluster.waiting import Outcome, Scene, wait
from tests.rollouts.objects import RELEASE, Manifest, deployment, pod


class World:
    """News at their times; the clock stands still but for what is waited."""

    def __init__(self, news: Iterable[tuple[float, News]]) -> None:
        self.now = 1000.0
        self.said: list[str] = []
        self._news = [(self.now + at, one) for at, one in news]

    def wait(self, seconds: float) -> Outcome:
        return wait(Scene(RELEASE), self._next, lambda: self.now, seconds, self.said.append)

    def _next(self, seconds: float) -> News | None:
        if self._news and self._news[0][0] <= self.now + seconds:
            self.now, one = self._news.pop(0)
            return one
        self.now += seconds
        return None


def deployments(*many: Manifest) -> News:
    return News("Deployment", {one["metadata"]["name"]: one for one in many})


def pods(*many: Manifest) -> News:
    return News("Pod", {one["metadata"]["name"]: one for one in many})


AWAY = News("Pod", {}, away=Unreachable("the API server does not answer"))


def test_it_ends_when_all_is_rolled_out() -> None:
    half, whole = deployment(3, availableReplicas=1), deployment(3)
    world = World([(0, pods()), (0, deployments(half)), (5, deployments(whole)), (9, deployments(half))])

    assert world.wait(60).state == "done"
    assert world.now == 1005
    assert world.said == ["Deployment: 1 of 3 copies available", "Deployment: 3 copies updated and available"]


def test_nothing_is_judged_before_all_is_known() -> None:
    world = World([(0, deployments(deployment(3))), (2, pods())])

    assert world.wait(60).state == "done"
    assert world.now == 1002


@pytest.mark.parametrize("seconds", [0.5, 1, 60])
def test_the_time_is_over_to_the_moment(seconds: float) -> None:
    half = deployment(3, availableReplicas=1)
    world = World([(0, pods()), (0, deployments(half)), *((n / 3, deployments(half)) for n in range(1000))])

    assert world.wait(seconds).state == "timeout"
    assert world.now == 1000 + seconds


def test_it_ends_at_once_when_the_deadline_of_the_rollout_is_over() -> None:
    late = deployment(3, conditions=[{"type": "Progressing", "reason": "ProgressDeadlineExceeded"}])
    world = World([(0, pods()), (3, deployments(late))])

    assert world.wait(60).state == "failed"
    assert world.now == 1003


def test_a_workload_that_is_not_there_is_waited_for() -> None:
    world = World([(0, pods()), (0, deployments()), (5, deployments(deployment(3)))])

    assert world.wait(60).state == "done"
    assert world.said[0] == "Deployment: is not there yet"


def test_a_server_that_is_away_for_a_while_is_waited_for() -> None:
    half = deployments(deployment(3, availableReplicas=1))
    world = World([(0, pods()), (0, half), (1, AWAY), (2, AWAY), (9, pods()), (9, deployments(deployment(3)))])

    assert world.wait(60).state == "done"
    assert world.said[1] == "the API server does not answer; trying again"
    assert len(world.said) == 3


def test_a_server_that_never_answered_is_not_waited_for() -> None:
    world = World([(1, AWAY), (5, pods())])

    with pytest.raises(Unreachable):
        world.wait(60)
    assert world.now == 1001


def test_a_server_that_is_away_when_the_time_is_over_is_what_is_wrong() -> None:
    world = World([(0, pods()), (0, deployments(deployment(3, availableReplicas=1))), (3, AWAY)])

    with pytest.raises(Unreachable):
        world.wait(60)
    assert world.now == 1060


def test_trouble_is_told_when_it_begins_and_once() -> None:
    half = deployments(deployment(3, availableReplicas=1))
    state = {"waiting": {"reason": "ErrImagePull", "message": "not found"}}
    stuck = pods(pod("orders-1", state=state), pod("orders-2", state=state))
    world = World([(0, half), (1, pods(pod())), (2, stuck), (3, stuck)])

    assert world.wait(60).state == "timeout"
    assert world.said == [
        "Deployment: 1 of 3 copies available",
        "Deployment: the image ghcr.io/acme/orders:1.4.2 can't be pulled: not found",
    ]


def test_a_server_that_is_too_slow_is_what_is_wrong() -> None:
    world = World([(0, pods()), (61, deployments(deployment(3)))])

    with pytest.raises(Unreachable, match="did not answer in time"):
        world.wait(60)

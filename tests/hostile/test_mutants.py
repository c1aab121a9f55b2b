"""Whatever is in a file, the way of the user ends in words or in a chart: no traceback, no blow-up, nothing written."""

import re
import sys
from collections.abc import Iterator

import pytest

from tests.hostile.captive import MEGABYTE, MEMORY, Captive, Outcome, Task
from tests.hostile.mutants import Mutant, mutant
from tests.sizes import size, tried

ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
pytestmark = [pytest.mark.cli, ONLY_LINUX]

STALE = 3
"""It would be a chart: the file was accepted."""

SHARDS = 4
LAST = size(2_000, 100_000)


@pytest.fixture(scope="module")
def captive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captive]:
    with Captive(tmp_path_factory.mktemp("captive") / "project") as one:
        yield one


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_mutant_is_a_chart_or_told_in_words(shard: int, captive: Captive) -> None:
    accepted, seconds, memory = 0, 0.0, 0
    for number in range(shard, LAST, SHARDS):
        one = mutant(number)
        outcome = captive.run(Task({one.name: one.data, **_beside(one)}, ("generate", "--check")))
        wrong = "; ".join(wrong_with(outcome))
        assert not wrong, f"mutant({number}), {one.name}: {wrong}\n{outcome.messages[-3000:]}\n{one.data[:3000]!r}"
        accepted += outcome.status == STALE
        seconds, memory = max(seconds, outcome.seconds), max(memory, outcome.memory)
        tried("Mutated documents")
    assert accepted > LAST / SHARDS / 100, "most mutants have to go further than the parser"
    print(f"{accepted} accepted, at most {seconds:.2f} s and {memory // MEGABYTE} MB")  # noqa: T201 - for the proof


def test_every_mutant_can_be_made_again() -> None:
    assert [mutant(number) for number in range(50)] == [mutant(number) for number in range(50)]


def wrong_with(outcome: Outcome) -> Iterator[str]:
    """What must never be."""
    if outcome.death:
        yield outcome.death
        return
    if outcome.status not in (2, STALE):
        yield f"exit {outcome.status}"
    if outcome.seconds > 1:
        yield f"{outcome.seconds:.1f} s"
    if outcome.memory > MEMORY:
        yield f"{outcome.memory // MEGABYTE} MB"
    if outcome.deeds:
        yield f"it did what it was not told to: {outcome.deeds}"
    if outcome.written:
        yield f"it wrote {outcome.written}"
    if outcome.status == 2:
        yield from _unclear(outcome)


def _unclear(outcome: Outcome) -> Iterator[str]:
    if outcome.output:
        yield f"it printed {outcome.output!r}"
    if not outcome.messages.startswith("error: "):
        yield "it does not say what is wrong"
    if "Traceback" in outcome.messages:
        yield "a traceback"
    if found := [one for one in outcome.messages if one != "\n" and not one.isprintable()]:
        yield f"it prints what moves a terminal's cursor: {found!r}"
    first = outcome.messages.splitlines()[0]
    if not re.match(r"error: (\S+\.(py|yaml|toml)|\.)(:\d+)?: ", first):  # a preset that ships may be told as well
        yield "it names no file"


def _beside(one: Mutant) -> dict[str, bytes]:
    return {name: text.encode() for name, text in one.others.items()}

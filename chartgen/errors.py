"""Every way a run can end badly: one class per cause, each owning its exit code.

ChartgenError              anything foreseen; what is not one is a bug, and exits 5
  InvalidInput          2  the user's files or words are wrong; carries every problem found
  StaleChart            3  a chart on disk is stale, was edited by hand, or its ledger is unreadable
  ToolError             4  an outside tool is missing or failed
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Message:
    """One problem as the user reads it: where it stands, which field, what is wrong, what to type."""

    file: str
    """The author's file, relative to the project where it lies inside."""

    line: int
    """The line, from 1; 0 where the file as a whole is meant."""

    path: str
    """The field, as the author spells it (``autoscaling.max_replicas``); "" for none."""

    text: str
    """What is wrong, after the field's name: ``is below autoscaling.min_replicas``."""

    hint: str = ""
    """What can be typed or pasted to mend it; "" where there is nothing sure to say."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (where, on_one_line(self.path), self.text) if part)


def on_one_line(text: str) -> str:
    """Keys and values hold anything: line ends and what moves a terminal's cursor are shown as Python escapes them."""
    return "".join(map(_visible, text))


def harmless(text: str) -> str:
    """What a terminal may be given: of what moves its cursor, line ends and tabs alone; a file's name as it is."""
    return "".join(letter if letter in "\n\t" or _is_byte(letter) else _visible(letter) for letter in text)


def _visible(letter: str) -> str:
    return letter if letter.isprintable() else repr(letter)[1:-1]


def _is_byte(letter: str) -> bool:
    """A byte of a file's name that is not UTF-8, as Python holds it."""
    return "\udc80" <= letter <= "\udcff"


class ChartgenError(Exception):
    """A foreseen failure: shown as words, never as a traceback."""

    exit_code = 1

    def __init__(self, text: str, *, hint: str = "") -> None:
        super().__init__(text)
        self.hint = hint


class InvalidInput(ChartgenError):
    """The user's input is wrong: every problem that was found, in the order of file and line."""

    exit_code = 2

    def __init__(self, messages: Iterable[Message]) -> None:
        self.messages = sorted(set(messages))
        super().__init__("\n".join(map(str, self.messages)))


class StaleChart(ChartgenError):
    """A chart on disk is not what would be generated: stale, edited by hand, or its ledger is unreadable."""

    exit_code = 3


class ToolError(ChartgenError):
    """An outside tool (helm, a cluster) is missing or failed: says what was tried and how to get it."""

    exit_code = 4


def invalid(file: str, text: str, *, line: int = 0, path: str = "", hint: str = "") -> InvalidInput:
    """One problem, as the exception that carries it."""
    return InvalidInput([Message(file, line, path, text, hint)])

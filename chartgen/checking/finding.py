"""A finding, and the rule that it breaks: a number that is never used again, and the reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar

from chartgen.errors import Message
from chartgen.layering.problem import Problem
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import WorkloadSpec

SubjectT = TypeVar("SubjectT", bound=WorkloadSpec | NamespaceSpec, default=WorkloadSpec)


@dataclass(frozen=True)
class Rule(Generic[SubjectT]):
    """One numbered rule of good practice."""

    id: str
    """``CG`` and three digits, grouped by area; never reused."""

    title: str
    """The rule in a few words."""

    why: str
    """What happens to those who break it."""

    check: Callable[[SubjectT], Iterator[Problem]]
    """Asked of each workload of a service, of the service as a whole where the main one comes; or of a namespace."""


@dataclass(frozen=True, order=True)
class Finding:
    """A place where a rule is broken, at the author's line."""

    message: Message
    rule: str
    environment: str

    def __str__(self) -> str:
        where = f" [{self.environment}]" if self.environment else ""
        return f"{self.message} ({self.rule}){where}"


def rule(number: str, title: str, *, why: str) -> Callable[[Callable[[SubjectT], Iterator[Problem]]], Rule[SubjectT]]:
    """Make a rule of a function that yields what it finds wrong with a workload or a namespace."""
    return lambda check: Rule(number, title, why, check)

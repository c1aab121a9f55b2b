"""CG4: images."""

import re
from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.service import Spec

_MOVING = re.compile(
    r"(latest|stable|edge|nightly|main|master|trunk|head|dev|devel|develop|development|test|testing|qa|uat|staging"
    r"|prod|production|release|current|v?\d+)",
    re.IGNORECASE,
)
_BUILD_NUMBER = re.compile(r"\d{3,}")


@rule(
    "CG401",
    "moving tag",
    why="Two pods of a release may run two builds, a rollback may bring back the wrong one, and nobody can tell.",
)
def moving_tag(spec: Spec) -> Iterator[Problem]:
    """A tag that may name another build tomorrow, with no digest beside it."""
    tag = spec.image.tag
    if spec.image.digest or not tag or spec.image.set_by == "deployment":
        return
    if _MOVING.fullmatch(tag) and not _BUILD_NUMBER.fullmatch(tag):
        hint = 'write a version, commit or build number, or add digest="sha256:…"'
        yield Problem(("image", "tag"), f"is {tag!r}, which may name another build tomorrow", hint)

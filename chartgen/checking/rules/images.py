"""CG4: images."""

import re
from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.service import WorkloadSpec

_MOVING = re.compile(
    r"latest|stable|edge|nightly|canary|next|lts|alpha|beta|rc|snapshot"  # channels
    r"|main|master|trunk|head|dev|devel|develop|development|release|current"  # branches
    r"|test|testing|integration|qa|uat|stage|staging|preprod|prod|production|live"  # environments
    r"|latest-.*|.*-latest|.*-snapshot"
    r"|v?\d{1,2}(\.\d{1,3})?",  # a line of versions; from three digits on, a build number or a year
    re.IGNORECASE,
)


@rule(
    "CG401",
    "moving tag",
    why="Two pods of a release may run two builds, a rollback may bring back the wrong one, and nobody can tell.",
)
def moving_tag(spec: WorkloadSpec) -> Iterator[Problem]:
    """A tag that may name another build tomorrow, with no digest beside it."""
    tag = spec.image.tag
    if spec.image.digest or not tag or spec.image.set_by == "deployment":
        return
    if _MOVING.fullmatch(tag):
        hint = 'write a version, commit or build number, or add digest="sha256:…"'
        yield Problem(("image", "tag"), f"is {tag!r}, which may name another build tomorrow", hint)

"""Other charts that a chart brings along."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.models.service import Spec


def dependency_is_switched_once(spec: Spec) -> Iterator[Problem]:
    """A dependency's values don't say again whether it is enabled."""
    for key, one in spec.dependencies.items():
        if "enabled" in one.values:
            at = ("dependencies", key)
            hint = f"write enabled={one.values['enabled']!r} beside values, and not in them"
            yield Problem((*at, "values", "enabled"), "is what enabled says", hint)


def dependency_tags_differ(spec: Spec) -> Iterator[Problem]:
    """No dependency names a tag twice."""
    for key, one in spec.dependencies.items():
        if len(set(one.tags)) < len(one.tags):
            yield Problem(("dependencies", key, "tags"), "names a tag twice", "name each once")

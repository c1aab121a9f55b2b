"""Other charts of a chart: their entries in Chart.yaml and Chart.lock, their values, and what these can't be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chartgen.charting import library
from chartgen.charting.schema import HELM_OWN, Schema
from chartgen.charting.values_facts import KeyPath, properties
from chartgen.layering.problem import Problem
from chartgen.models.dependencies import EXACT, Dependency
from chartgen.models.service import Spec

Values = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One chart that another depends on; the same in all environments."""

    key: str
    """Where its values stand."""

    chart: str
    version: str
    repository: str
    tags: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the version is one, and no range."""
        return bool(EXACT.fullmatch(self.version))

    def in_chart_yaml(self) -> dict[str, Any]:
        """In the order of Helm's own struct, which its digest depends on."""
        return {
            "name": self.chart,
            "version": self.version,
            "repository": self.repository,
            "condition": f"{self.key}.enabled",
            **({"tags": list(self.tags)} if self.tags else {}),
            **({"alias": self.key} if self.key != self.chart else {}),
        }


def entries(specs: Sequence[Spec]) -> tuple[Entry, ...]:
    """The dependencies that some environment has."""
    found = {key: one for spec in reversed(specs) for key, one in spec.dependencies.items()}
    keys = dict.fromkeys(key for spec in specs for key in spec.dependencies)
    return tuple(_entry(key, found[key]) for key in keys)


def chart_lock(further: Sequence[Entry]) -> str | None:
    """Chart.lock; None where a version is a range: what that comes to is known to who fetches, who then makes it."""
    if not all(one.is_exact for one in further):
        return None
    return library.chart_lock([one.in_chart_yaml() for one in further])


def beside(specs: Sequence[Spec], everywhere: Sequence[Values]) -> list[Values]:
    """Complete values of all environments with those of the dependencies: switched off where one lacks them."""
    further = entries(specs)
    if not further:
        return list(everywhere)
    tags = {tag: True for one in further for tag in one.tags}
    first = specs[0].dependencies
    return [
        own | {one.key: _section(one.key, spec, first) for one in further} | ({"tags": tags} if tags else {})
        for spec, own in zip(specs, everywhere, strict=True)
    ]


def schemas(further: Sequence[Entry]) -> dict[str, Schema]:
    """What a dependency's values may be is told by its own schema."""
    return {
        one.key: {
            "description": _title(one),
            "type": "object",
            "properties": {"enabled": {"description": _ENABLED, "type": "boolean"}},
        }
        for one in further
    }


def comments(further: Sequence[Entry]) -> dict[KeyPath, str]:
    """The documentation of the keys."""
    tags: dict[KeyPath, str] = {("tags",): _TAGS} if any(one.tags for one in further) else {}
    return {(one.key,): _title(one) for one in further} | {(one.key, "enabled"): _ENABLED for one in further} | tags


def is_enabled(entry: Entry, values: Mapping[str, Any]) -> bool:
    """What Helm makes of a condition and of tags: the condition counts first, then any tag that is true."""
    section = values.get(entry.key)
    condition = section.get("enabled") if isinstance(section, Mapping) else None
    if isinstance(condition, bool):
        return condition
    tags = values.get("tags")
    said = [tags[tag] for tag in entry.tags if isinstance(tags, Mapping) and isinstance(tags.get(tag), bool)]
    return not said or any(said)


def refused(specs: Mapping[str, Spec]) -> Iterator[tuple[str, Problem]]:
    """The environment and place of every dependency that the values have no room for."""
    for environment, spec in specs.items():
        for key, one in spec.dependencies.items():
            yield from ((environment, problem) for problem in _misnamed(key, one))
            below = specs[""].dependencies.get(key)
            for path in _taken_back(below.values, one.values) if below else ():
                text = "is taken back, and Helm would take away with it what the dependency's own values.yaml says"
                hint = "say here what it is in this environment; or say it in the environments alone"
                yield environment, Problem(("dependencies", key, "values", *path), text, hint)


_ENABLED = "Whether it is installed."
_TAGS = "Dependencies that are switched together; where one has enabled, that counts."


def _entry(key: str, one: Dependency) -> Entry:
    return Entry(key, one.chart or key, one.version, one.repository, tuple(one.tags))


def _title(one: Entry) -> str:
    return f"Values of the chart {one.chart}, which is installed with this one."


def _section(key: str, spec: Spec, first: Mapping[str, Dependency]) -> Values:
    own = spec.dependencies.get(key)
    if own is None:
        return {"enabled": False, **(first[key].values if key in first else {})}
    enabled = own.enabled if own.enabled is not None or own.tags else True
    return {**({} if enabled is None else {"enabled": enabled}), **own.values}


def _misnamed(key: str, one: Dependency) -> Iterator[Problem]:
    at = ("dependencies", key)
    if key in {*properties(), *HELM_OWN} - {library.NAME}:
        hint = f'give it another key, and say which chart it is: chart="{one.chart or key}"'
        yield Problem(at, f"has the name of a value: {key} in values.yaml is the chart's own", hint)
    if library.NAME in (key, one.chart):
        yield Problem(at, f"is {library.NAME}, which every chart has already", "leave it out")


def _taken_back(below: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[KeyPath]:
    for key, lower in below.items():
        if key not in own:
            yield (key,)
        elif isinstance(lower, Mapping) and isinstance(own[key], Mapping):
            yield from ((key, *path) for path in _taken_back(lower, own[key]))

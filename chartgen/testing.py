"""For the tests of presets: ``pytest_plugins = ["chartgen.testing"]`` gives the fixture ``service``.

``service(presets=["acme/base"])`` makes a small service, what else it says by keyword; its manifests are those that
Helm renders of its chart. ``check_locks`` asks of each lock of a preset if it can be met, and if it can be broken.
Tests import from here before pytest loads the plugin, so PYTEST_DONT_REWRITE: assertions here have their own words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from chartgen import pipeline, yamlio
from chartgen.charting.locks import derived
from chartgen.errors import InvalidInput
from chartgen.helm import find
from chartgen.layering.locks import breaches, contradictions, held
from chartgen.models.image import Image
from chartgen.models.preset_use import PresetUse
from chartgen.models.service import Service
from chartgen.planning import Plan, Project, planned, specs_of
from chartgen.project.lines import PythonSource, TomlSource
from chartgen.project.locks import Demand, Field, literals, meetable
from chartgen.project.services import LoadedService


@dataclass(frozen=True)
class Tried:
    """A service with the presets that it names, as chartgen and Helm see it."""

    project: Project
    loaded: LoadedService

    @property
    def problems(self) -> list[str]:
        """Why chartgen refuses it, a message each; nothing where all is well."""
        try:
            planned(self.project, self.loaded)
        except InvalidInput as error:
            return [str(message) for message in error.messages]
        return []

    @cached_property
    def broken_locks(self) -> list[str]:
        """The fields of the locks that it breaks, as the presets write them; waivers are left aside."""
        presets = self.project.presets.stack(self.loaded.service.presets, self.loaded.source)
        specs = specs_of(self.project, self.loaded, presets)
        locks = held(self.loaded, presets, self.project.config, [*specs])
        found = [
            breach.lock.lock.field
            for name, one in specs.items()
            for breach in breaches(locks, name, one.spec, derived(one.spec))
        ]
        return list(dict.fromkeys(found))

    def manifests(self, environment: str = "") -> list[dict[str, Any]]:
        """What Helm renders, in an environment or with values.yaml alone.

        Raises InvalidInput where chartgen refuses the service.
        """
        text = pipeline.render(self.project, self._plan, find(), pipeline.Request(environment))
        return list(yamlio.read_manifests(text))

    def manifest(self, kind: str, name: str = "", *, environment: str = "") -> dict[str, Any]:
        """The one manifest of a kind, or of a kind and name; an AssertionError says which there are instead."""
        every = self.manifests(environment)
        found = [one for one in every if one["kind"] == kind and name in ("", one["metadata"]["name"])]
        there = ", ".join(f"{one['kind']}/{one['metadata']['name']}" for one in every)
        assert len(found) == 1, f"{len(found)} of {kind}/{name or '*'}; there are {there}"  # noqa: S101 - a test's word
        return found[0]

    @cached_property
    def _plan(self) -> Plan:
        return planned(self.project, self.loaded)


@dataclass(frozen=True)
class ServiceFactory:
    """Makes services to try presets on."""

    project: Project

    def __call__(self, *, presets: Sequence[PresetUse | str] = (), name: str = "orders-api", **said: Any) -> Tried:
        """A service with an image, and what else it says."""
        image = Image(repository="ghcr.io/acme/orders-api", tag="1.0.0")
        made = Service(**{"name": name, "presets": presets, "image": image, **said})
        path = self.project.root / ".tried" / name / "service.py"
        return Tried(self.project, LoadedService(made, path, PythonSource("the service", made)))


@pytest.fixture
def service() -> ServiceFactory:
    """Makes services that know the presets of the project around the working folder, and of what is installed."""
    return ServiceFactory(pipeline.open_project())


def check_locks(service: ServiceFactory, name: str) -> None:
    """Fails for a lock that no value meets, beside the preset's others, and for one that every value meets."""
    presets = service.project.presets.stack([name], TomlSource("check_locks"))
    tried = service(presets=[name])
    places = ["", *dict.fromkeys(where for one in presets[-1].locks for where in one.lock.environments)]
    clashes = list(contradictions(held(tried.loaded, presets, service.project.config, places), places))
    assert not clashes, "\n".join(map(str, clashes))  # noqa: S101 - a test's word
    for lock in presets[-1].locks:
        for field, demand in lock.fields:
            assert meetable([demand], field), f"{lock.lock.field}: no value is {demand}"  # noqa: S101
            text = f"{lock.lock.field}: every value is {demand}, so the lock demands nothing"
            assert any(_breaking(field, demand)), text  # noqa: S101


def _breaking(field: Field, demand: Demand) -> Iterator[bool]:
    """For each of several values: if the field takes it, and the demand refuses it."""
    yield demand.presence != "" or (demand.is_of_a_value and field.takes(None))
    sort = [*literals(field.annotation), 0, 1, 2**31 - 1, *_beside(demand), *_TEXTS]
    yield from (field.takes(one) and not demand.is_met(one) for one in sort)
    yield from (field.takes([one]) and not demand.is_met([one]) for one in sort)


def _beside(demand: Demand) -> Iterator[int]:
    if isinstance(demand.least, int):
        yield demand.least - 1
    if isinstance(demand.most, int):
        yield demand.most + 1


_DIGESTS = (f"sha256:{64 * '0'}", f"sha256:{64 * '1'}")
_TEXTS = ("", "x", "a-b", "1", "0", "1m", "1Ki", "1000Ti", "/x", "ALL", "NET_RAW", "example.com/x", *_DIGESTS)

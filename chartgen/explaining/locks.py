"""Locks of presets on a field, and waivers of them."""

from collections.abc import Iterator, Sequence

from chartgen.layering.locks import Held, values_at, waives
from chartgen.models.namespace import NamespaceSpec
from chartgen.models.service import Spec
from chartgen.models.waiver import Waiver
from chartgen.project.locks import Demand, PlacedLock
from chartgen.project.shapes import FieldPath


def locks_on(locks: Sequence[Held], environment: str, spec: Spec | NamespaceSpec, path: FieldPath) -> list[str]:
    """Each lock on the field in words: what it demands, whose it is, its line, and why. Waived ones are among them."""
    return [_in_words(lock, demand) for lock, demand in _on(locks, environment, spec, path)]


def is_waived(
    waiver: Waiver, locks: Sequence[Held], environment: str, spec: Spec | NamespaceSpec, path: FieldPath
) -> bool:
    """If a waiver is one of a lock on the field."""
    return any(waives(waiver, lock, environment) for lock, _ in _on(locks, environment, spec, path))


def _on(
    locks: Sequence[Held], environment: str, spec: Spec | NamespaceSpec, path: FieldPath
) -> Iterator[tuple[PlacedLock, Demand]]:
    for one in locks:
        if environment in one.environments:
            for field, demand in one.placed.fields:
                if any(found == path for found, _ in values_at(spec, field.path, len(field.path))):
                    yield one.placed, demand


def _in_words(lock: PlacedLock, demand: Demand) -> str:
    link = f" {lock.lock.link}" if lock.lock.link else ""
    return f"{demand}, by preset {lock.preset} ({lock.line.file}:{lock.line.number}): {lock.lock.reason}{link}"

"""Patches that would change nothing, because the chart has no such object."""

from collections.abc import Iterator, Mapping, Sequence

from chartgen.charting.templates import objects_of
from chartgen.charting.values.root import complete, values
from chartgen.layering.components import workloads
from chartgen.layering.problem import Problem
from chartgen.models.service import Spec


def unused_patches(specs: Mapping[str, Spec]) -> Iterator[tuple[str, Problem]]:
    """The environment and place of every patch of an object that no environment has."""
    if not any(one.patches for spec in specs.values() for _, one in workloads(spec)):
        return
    everywhere: Sequence[Mapping[str, object]] = complete([values(spec) for spec in specs.values()])
    for environment, spec in specs.items():
        for at, workload in workloads(spec):
            component = at[1] if at else ""
            objects = {one.object for one in objects_of(everywhere) if one.component == component} - {""}
            for key in sorted(workload.patches.keys() - objects):
                hint = f"it has {', '.join(sorted(objects))}"
                yield environment, Problem((*at, "patches", key), "is no object that this service has", hint)

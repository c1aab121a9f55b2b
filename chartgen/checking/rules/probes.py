"""CG6: probes and shutdown."""

from collections.abc import Iterator

from chartgen.checking.finding import rule
from chartgen.layering.problem import Problem
from chartgen.models.base import written_out
from chartgen.models.probes import Probe
from chartgen.models.service import WorkloadSpec


@rule(
    "CG601",
    "liveness equal to readiness",
    why="A dependency that is away makes every pod unready, which is right, and restarts all of them, which is not.",
)
def liveness_equals_readiness(spec: WorkloadSpec) -> Iterator[Problem]:
    """Liveness asks the same question as readiness."""
    readiness, liveness = spec.probes.readiness, spec.probes.liveness
    if readiness is None or liveness is None:
        return
    if _question(written_out(readiness)) == _question(written_out(liveness)):
        hint = "give liveness a path that tests nothing but the process"
        text = "asks what readiness asks"
        yield Problem(("probes", "liveness"), text, hint, also=(("probes", "readiness"),))


def _question(probe: Probe) -> tuple[object, ...]:
    return (probe.http, probe.tcp, probe.grpc, tuple(probe.exec or ()))

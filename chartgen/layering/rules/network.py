"""Traffic inside the cluster: ports that are named."""

from collections.abc import Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import port_problem
from chartgen.models.service import Spec, WorkloadSpec


def tested_port_exists(spec: Spec) -> Iterator[Problem]:
    """A connection test leads to a port of the workload."""
    if spec.connection_test:
        yield from port_problem(spec, ("connection_test", "port"), spec.connection_test.port)


def scraped_port_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """A scrape leads to a port of the workload."""
    if spec.prometheus:
        yield from port_problem(spec, ("prometheus", "port"), spec.prometheus.port)

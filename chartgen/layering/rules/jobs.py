"""Jobs whose pods have numbers, when they have succeeded, and who runs them."""

from collections.abc import Iterator
from itertools import pairwise

from chartgen.layering.components import workloads
from chartgen.layering.problem import Problem
from chartgen.models.base import MUST
from chartgen.models.kinds import Job, SuccessRule
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

MOST_NUMBERS = 100_000
"""Numbers of a Job that Kubernetes counts failures of one by one."""


def numbers_go_with_an_indexed_job(spec: WorkloadSpec) -> Iterator[Problem]:
    """Failures are counted by number, and numbers succeed, where there are numbers."""
    job = spec.job
    for field in ("backoff_limit_per_index", "success_policy"):
        if getattr(job, field) not in (None, ()) and not job.indexed:
            yield Problem(("job", field), "goes with an indexed Job", "write indexed=True, completions=…")
    if job.backoff_limit_per_index is not None and job.restart_policy != "Never":
        at, also = ("job", "backoff_limit_per_index"), (("job", "restart_policy"),)
        yield Problem(at, "goes with pods that are not restarted", 'write restart_policy="Never"', also=also)
    yield from _limit_problems(job)


def failed_numbers_are_counted(spec: WorkloadSpec) -> Iterator[Problem]:
    """What is done to a number goes with counting by number."""
    job = spec.job
    if job.backoff_limit_per_index is not None:
        return
    hint = "write backoff_limit_per_index=1"
    if job.max_failed_indexes is not None:
        yield Problem(("job", "max_failed_indexes"), "goes with backoff_limit_per_index", hint)
    for index, one in enumerate(job.pod_failure_policy):
        if one.action == "FailIndex":
            at = ("job", "pod_failure_policy", index, "action")
            yield Problem(at, "is FailIndex, which goes with backoff_limit_per_index", hint)


def success_can_be_had(spec: WorkloadSpec) -> Iterator[Problem]:
    """A rule says what has to succeed, and that much can."""
    for index, one in enumerate(spec.job.success_policy):
        at: FieldPath = ("job", "success_policy", index)
        if one.indexes is None and one.count is None:
            yield Problem(at, "says nothing", 'write indexes="0", or count=1')
        yield from (problem.inside(at) for problem in _success_problems(one, spec.job.completions or 0))


def replaced_pods_have_failed(spec: WorkloadSpec) -> Iterator[Problem]:
    """Where failures have a meaning, a pod has to end before it is known."""
    job = spec.job
    if job.pod_failure_policy and job.pod_replacement_policy == "TerminatingOrFailed":
        text = "can't be had beside pod_failure_policy, which waits for the end of a pod"
        yield Problem(("job", "pod_replacement_policy"), text, "leave it out", also=(("job", "pod_failure_policy"),))


def failed_container_exists(spec: Spec) -> Iterator[Problem]:
    """A container whose exit codes are meant is one of the pod."""
    for at, workload in workloads(spec):
        known = [_own_name(spec, at, workload), *workload.sidecars, *workload.init_containers]
        for index, one in enumerate(workload.job.pod_failure_policy):
            path = (*at, "job", "pod_failure_policy", index, "container")
            if one.container is not None and one.container not in known and MUST not in known:
                yield Problem(path, f"is no container of the pod; there are {', '.join(known)}")
            if one.container is not None and one.exit_codes is None:
                yield Problem(path, "goes with exit_codes")


def _own_name(spec: Spec, at: FieldPath, workload: WorkloadSpec) -> str:
    stated = workload.identity.container if workload.identity else None
    return stated or (str(at[-1]) if at else spec.name)


def _limit_problems(job: Job) -> Iterator[Problem]:
    if job.backoff_limit_per_index is None or job.completions is None:
        return
    if job.completions > MOST_NUMBERS:
        text = f"is {job.completions}, and failures are counted by number up to {MOST_NUMBERS}"
        yield Problem(("job", "completions"), text, also=(("job", "backoff_limit_per_index"),))
    if job.max_failed_indexes is not None and job.max_failed_indexes > job.completions:
        text = f"is {job.max_failed_indexes}, and there are {job.completions} numbers"
        yield Problem(("job", "max_failed_indexes"), text, also=(("job", "completions"),))


def _success_problems(one: SuccessRule, completions: int) -> Iterator[Problem]:
    ranges = [[int(end) for end in part.split("-")] for part in (one.indexes or "").split(",") if part]
    ends = [end for part in ranges for end in part]
    if any(after <= before for before, after in pairwise(ends)):
        yield Problem(("indexes",), "has to name numbers in order, each once", 'write indexes="0,2-4"')
    elif ends and completions and ends[-1] >= completions:
        text = f"names {ends[-1]}, and the last number is {completions - 1}"
        yield Problem(("indexes",), text)
    most = sum(part[-1] - part[0] + 1 for part in ranges) if ranges else completions
    if one.count is not None and completions and one.count > most:
        yield Problem(("count",), f"is {one.count}, and there are {most} numbers")

"""What a workload's kind takes: its fields, its schedule, its copies and disks."""

from collections.abc import Iterator

from chartgen.layering.kinds import GOES_WITH, misfits
from chartgen.layering.problem import Problem
from chartgen.layering.rules.workload import amount
from chartgen.models.service import Spec, WorkloadSpec

RESERVED_COMPONENTS = ("main", "test", "tests")
"""Names that the chart itself uses in labels and folders."""


def field_goes_with_kind(spec: WorkloadSpec) -> Iterator[Problem]:
    """A field that is stated goes with the workload's kind."""
    for path in misfits(spec):
        *others, last = sorted(GOES_WITH[path])
        kinds = f"{', '.join(others)} and {last}" if others else last
        text = f"goes with {kinds}, and the kind is {spec.kind}"
        yield Problem(path, text, "take it out, or choose another kind", also=(("kind",),))


def cron_job_has_a_schedule(spec: WorkloadSpec) -> Iterator[Problem]:
    """A CronJob says when."""
    if spec.kind == "CronJob" and spec.cron_job is None:
        hint = 'write cron_job=CronJob(schedule="30 2 * * *", time_zone="Europe/Berlin")'
        yield Problem(("cron_job",), "is missing, and the kind is CronJob", hint, also=(("kind",),))


def indexed_job_has_completions(spec: WorkloadSpec) -> Iterator[Problem]:
    """Numbers are given out up to a number."""
    if spec.job.indexed and spec.job.completions is None:
        yield Problem(("job", "indexed"), "needs completions, which says how many numbers there are")


def daemon_set_moves(spec: WorkloadSpec) -> Iterator[Problem]:
    """An update of a DaemonSet goes by missing copies or by additional ones: Kubernetes takes one of the two."""
    own = spec.daemon_set
    if spec.kind != "DaemonSet" or own.update_strategy == "OnDelete":
        return
    if bool(amount(own.max_surge)) == bool(amount(own.max_unavailable)):
        text = f"is {own.max_surge}, and max_unavailable is {own.max_unavailable}: exactly one of them must be 0"
        also = (("daemon_set", "max_unavailable"),)
        yield Problem(("daemon_set", "max_surge"), text, "write max_unavailable=1", also=also)


def partition_is_rolled(spec: WorkloadSpec) -> Iterator[Problem]:
    """A partition divides a rolling update."""
    own = spec.stateful_set
    also = (("stateful_set", "update_strategy"),)
    for field in ("partition", "max_unavailable"):
        if getattr(own, field) is not None and own.update_strategy == "OnDelete":
            yield Problem(("stateful_set", field), "goes with a rolling update only", also=also)
    if isinstance(own.max_unavailable, str) and not amount(own.max_unavailable):
        yield Problem(("stateful_set", "max_unavailable"), "takes no copy away, so that no update would ever end")


def component_name_is_free(spec: Spec) -> Iterator[Problem]:
    """A component has a name that the chart does not use itself, and the main workload's kind does not matter to it."""
    for name in spec.components:
        if name in RESERVED_COMPONENTS:
            yield Problem(("components", name), f"is a name that the chart uses itself; call it my-{name}")


def failure_has_one_condition(spec: WorkloadSpec) -> Iterator[Problem]:
    """A failure is known by its exit code or by a condition of the pod, and pods are not restarted in place."""
    if spec.job.pod_failure_policy and spec.job.restart_policy != "Never":
        text = "goes with pods that are not restarted"
        yield Problem(("job", "pod_failure_policy"), text, 'write restart_policy="Never"', (("job", "restart_policy"),))
    for index, one in enumerate(spec.job.pod_failure_policy):
        at = ("job", "pod_failure_policy", index)
        if (one.exit_codes is None) == (one.conditions is None):
            yield Problem(at, "needs exactly one of exit_codes and conditions")
        if one.exit_codes and 0 in one.exit_codes and not one.other_codes:
            yield Problem((*at, "exit_codes"), "names 0, which is no failure")
        if one.exit_codes is None and one.other_codes:
            yield Problem((*at, "other_codes"), "goes with exit_codes")

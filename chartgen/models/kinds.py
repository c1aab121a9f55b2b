"""What a workload says of its own kind: StatefulSet, DaemonSet, Job, CronJob."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.schedule import Schedule, TimeZone
from chartgen.models.types import AbsolutePath, Count, LabelKey, Name, Percentage, Positive
from chartgen.models.volumes import Claim, Mount

Kind = Literal["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"]
"""How a workload runs: interchangeable copies, named copies with disks, one a node, once, on a schedule."""

HookEvent = Literal[
    "pre-install",
    "post-install",
    "pre-upgrade",
    "post-upgrade",
    "pre-rollback",
    "post-rollback",
    "pre-delete",
    "post-delete",
]
"""A moment in a release's life at which Helm runs hooks."""

INDEXES = r"^[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*$"
"""Numbers and ranges of them."""

CONTROLLER = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/[-A-Za-z0-9._~!$&'()*+,;=:@%]+$"

JobController = Annotated[str, Field(pattern=CONTROLLER, max_length=63)]
"""A domain and a path, by which a controller knows its Jobs."""

if TYPE_CHECKING:
    Mounts = Sequence[Mount | str]
else:
    Mounts = Sequence[Mount]


class ClaimTemplate(Claim):
    """A disk for each copy of a StatefulSet, under one name; it can't change once it runs.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
    """

    mounts: Mounts = ()
    """Where the container finds it: paths, or ``Mount`` for a sub-path or read-only."""

    device: AbsolutePath | None = None
    """Where the container finds the bare device of a disk whose ``volume_mode`` is ``Block``, as ``/dev/xvda``."""


class StatefulSet(Model):
    """Copies with a name, an order and a disk each. A headless Service is made for their names.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
    """

    claims: Mapping[Name, ClaimTemplate | None] = {}
    """Disks of each copy, by name."""

    pod_management_policy: Literal["OrderedReady", "Parallel"] = "OrderedReady"
    """``Parallel`` starts and stops all copies at once; it can't change once it runs."""

    update_strategy: Literal["RollingUpdate", "OnDelete"] = "RollingUpdate"
    """``OnDelete`` replaces a pod only when somebody deletes it."""

    partition: Count | None = None
    """Copies with a lower number keep the old version: a rollout in steps."""

    max_unavailable: Positive | Percentage | None = None
    """Copies that an update may take at a time; Kubernetes' default is 1. Since Kubernetes 1.35: older ones replace
    one after another."""

    first_ordinal: Count | None = None
    """The number of the first copy; Kubernetes' default is 0."""

    when_deleted: Literal["Retain", "Delete"] = "Retain"
    """What becomes of the disks when the StatefulSet is deleted."""

    when_scaled: Literal["Retain", "Delete"] = "Retain"
    """What becomes of the disks of copies that are scaled away."""


class DaemonSet(Model):
    """One copy on each node.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
    """

    update_strategy: Literal["RollingUpdate", "OnDelete"] = "RollingUpdate"
    """``OnDelete`` replaces a pod only when somebody deletes it."""

    max_unavailable: Count | Percentage = 1
    """Nodes without a running copy during an update."""

    max_surge: Count | Percentage = 0
    """Nodes with two copies during an update; not with ports of the host."""

    every_node: bool = False
    """Tolerate every taint, so that control planes and nodes in trouble have a copy too."""


class Hook(Model):
    """Run by Helm around an install or upgrade, and not as a part of the release.

    What the Job needs (its ConfigMaps and ServiceAccount) is a hook too, under names of its own, so that it is there,
    and new, before the Job starts.
    Source: https://helm.sh/docs/topics/charts_hooks/
    """

    events: Annotated[Sequence[HookEvent], Field(min_length=1)] = ("pre-install", "pre-upgrade")
    """When: by default before the first install and before each upgrade, so before the new pods."""

    weight: Annotated[int, Field(ge=-5, le=2**31 - 1)] = 0
    """The order among hooks of one event, the lowest first; what a hook needs has -10."""


class PodFailureRule(Model):
    """What a pod's failure means for its Job; the first rule that fits counts. Exactly one of the two conditions.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
    """

    rivals = (frozenset({"exit_codes", "conditions"}),)

    action: Literal["FailJob", "FailIndex", "Ignore", "Count"] = MUST
    """Give up at once, give up this number of an indexed Job, run again without counting it, or count it against
    ``backoff_limit``."""

    exit_codes: Annotated[Sequence[Annotated[int, Field(ge=0, le=255)]], Field(min_length=1, max_length=255)] | None = (
        None
    )
    """Exit codes of any container of the pod."""

    other_codes: bool = False
    """Every exit code but those (``NotIn``)."""

    container: Name | None = None
    """The container whose exit codes are meant, by its name: the service's for the main workload's own; by default any
    of them."""

    conditions: Annotated[Sequence[LabelKey], Field(min_length=1, max_length=20)] | None = None
    """Conditions of the pod, as ``DisruptionTarget``: it was driven away, which is no failure of its own."""


class SuccessRule(Model):
    """When an indexed Job has succeeded before all its pods have; exactly one of the two, or both for a part of them.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy
    """

    indexes: Annotated[str, Field(pattern=INDEXES, max_length=10000)] | None = None
    """Numbers that must have succeeded: ``0``, ``0,2-4``."""

    count: Positive | None = None
    """How many must have succeeded, of those numbers or of all."""


class Job(Model):
    """A workload that ends. As a part of the release it runs again whenever its pod changes, under a new name.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/job/
    """

    hook: Hook | None = None
    """Run as a Helm hook: ``Hook()`` for a migration before each upgrade."""

    backoff_limit: Count = 3
    """Failures until the Job counts as failed; Kubernetes' default is 6."""

    deadline_seconds: Positive | None = None
    """Seconds until the Job counts as failed; 600 for a hook, since Helm waits for it."""

    ttl_seconds_after_finished: Count | None = None
    """Seconds until a finished Job is deleted; by default a day. Hooks and CronJobs tidy up by themselves."""

    completions: Positive | None = None
    """Pods that must succeed; Kubernetes' default is 1."""

    parallelism: Count | None = None
    """Pods at a time; Kubernetes' default is 1."""

    indexed: bool = False
    """Give each pod a number, from 0 to completions - 1, in ``JOB_COMPLETION_INDEX``."""

    restart_policy: Literal["Never", "OnFailure"] = "Never"
    """``OnFailure`` restarts the container in its pod, whose logs are then lost."""

    suspend: bool = False
    """Make it without starting it."""

    pod_failure_policy: Annotated[Sequence[PodFailureRule], Field(max_length=20)] = ()
    """What failures mean, in this order; goes with ``restart_policy="Never"`` only."""

    backoff_limit_per_index: Count | None = None
    """Failures until a number of an indexed Job counts as failed, while the others go on; ``backoff_limit`` then counts
    for all numbers together where it is stated."""

    max_failed_indexes: Annotated[int, Field(ge=0, le=100_000)] | None = None
    """Failed numbers until the whole Job counts as failed; goes with ``backoff_limit_per_index``."""

    success_policy: Annotated[Sequence[SuccessRule], Field(max_length=20)] = ()
    """When an indexed Job has succeeded before all its pods have; one rule is enough. Since Kubernetes 1.31."""

    pod_replacement_policy: Literal["TerminatingOrFailed", "Failed"] | None = None
    """``Failed`` starts a new pod when the old one has ended, not while it still stops; Kubernetes' default is
    ``TerminatingOrFailed``, and ``Failed`` beside ``pod_failure_policy``."""

    managed_by: JobController | None = None
    """Another controller than Kubernetes' own that runs the Job: ``kueue.x-k8s.io/multikueue``. It can't change."""


class CronJob(Model):
    """A Job on a schedule. It must be safe to run twice.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
    """

    schedule: Schedule = MUST
    """Minute, hour, day of the month, month, day of the week: ``30 2 * * *`` is half past two each night; or a macro:
    ``@hourly``, ``@daily``, ``@weekly``, ``@monthly``, ``@yearly``."""

    time_zone: TimeZone | None = None
    """The IANA time zone of the schedule, as ``Europe/Berlin``; by default the cluster's, which is UTC as a rule."""

    concurrency_policy: Literal["Allow", "Forbid", "Replace"] = "Forbid"
    """When the last run is not over: run beside it, wait for the next time, or replace it."""

    starting_deadline_seconds: Annotated[int, Field(ge=10, le=2**31 - 1)] | None = 200
    """Seconds that a start may be late; without it, a hundred missed starts stop the schedule for good."""

    successful_jobs_history_limit: Count = 3
    """Finished runs that are kept."""

    failed_jobs_history_limit: Count = 1
    """Failed runs that are kept."""

    suspend: bool = False
    """Keep the schedule and start nothing."""

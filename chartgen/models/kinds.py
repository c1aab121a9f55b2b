"""What a workload says of its own kind: StatefulSet, DaemonSet, Job, CronJob."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chartgen.models.base import MUST, Model
from chartgen.models.schedule import Schedule, TimeZone
from chartgen.models.types import Count, LabelKey, Name, Percentage, Positive
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

if TYPE_CHECKING:
    Mounts = Sequence[Mount | str]
else:
    Mounts = Sequence[Mount]


class ClaimTemplate(Claim):
    """A disk for each copy of a StatefulSet, under one name; it can't change once it runs.

    Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
    """

    mounts: Annotated[Mounts, Field(min_length=1)] = MUST
    """Where the container finds it: paths, or ``Mount`` for a sub-path or read-only."""


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

    action: Literal["FailJob", "Ignore", "Count"] = MUST
    """Give up at once, run again without counting it, or count it against ``backoff_limit``."""

    exit_codes: Annotated[Sequence[Annotated[int, Field(ge=0, le=255)]], Field(min_length=1, max_length=255)] | None = (
        None
    )
    """Exit codes of any container of the pod."""

    other_codes: bool = False
    """Every exit code but those (``NotIn``)."""

    conditions: Annotated[Sequence[LabelKey], Field(min_length=1, max_length=20)] | None = None
    """Conditions of the pod, as ``DisruptionTarget``: it was driven away, which is no failure of its own."""


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

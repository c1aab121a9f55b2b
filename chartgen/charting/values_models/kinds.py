"""The values of what only one kind of workload says."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.models.kinds import INDEXES, JobController
from chartgen.models.types import Count, Name, Percentage, Positive


class RollingUpdateOfCopies(Section):
    """Which copies, or how many, an update replaces at a time."""

    partition: Count = OPTIONAL
    max_surge: Count | Percentage = OPTIONAL
    max_unavailable: Count | Percentage = OPTIONAL


class UpdateStrategyValues(Section):
    """How the pods of a StatefulSet or DaemonSet are replaced."""

    type: Literal["RollingUpdate", "OnDelete"]
    rolling_update: RollingUpdateOfCopies = OPTIONAL


class OrdinalsValues(Section):
    """The numbers of the copies."""

    start: Count


class ClaimRetentionValues(Section):
    """What becomes of the copies' disks."""

    when_deleted: Literal["Retain", "Delete"]
    when_scaled: Literal["Retain", "Delete"]


class OnExitCodes(Section):
    """Exit codes that are meant."""

    container_name: Name = OPTIONAL
    operator: Literal["In", "NotIn"]
    values: Sequence[Annotated[int, Field(ge=0, le=255)]]


class OnPodCondition(Section):
    """A condition of the pod that is meant."""

    type: str
    status: Literal["True", "False", "Unknown"]


class PodFailureRuleValues(Section):
    """What a pod's failure means; one of the two conditions."""

    action: Literal["FailJob", "FailIndex", "Ignore", "Count"]
    on_exit_codes: OnExitCodes = OPTIONAL
    on_pod_conditions: Sequence[OnPodCondition] = OPTIONAL


class PodFailurePolicy(Section):
    """What failures mean; the first rule that fits counts."""

    rules: Sequence[PodFailureRuleValues]


class SuccessRuleValues(Section):
    """Which numbers, or how many, must have succeeded."""

    succeeded_indexes: Annotated[str, Field(pattern=INDEXES)] = OPTIONAL
    succeeded_count: Positive = OPTIONAL


class SuccessPolicy(Section):
    """When an indexed Job has succeeded before all its pods have; one rule is enough."""

    rules: Sequence[SuccessRuleValues]


class JobValues(Section):
    """When a Job counts as done or failed, and what becomes of it."""

    backoff_limit: Count
    """Failures until the Job counts as failed."""

    active_deadline_seconds: Positive = OPTIONAL
    """Seconds until the Job counts as failed."""

    ttl_seconds_after_finished: Count = OPTIONAL
    """Seconds until a finished Job is deleted."""

    completions: Positive = OPTIONAL
    """Pods that must succeed."""

    parallelism: Count = OPTIONAL
    """Pods at a time."""

    completion_mode: Literal["NonIndexed", "Indexed"]
    restart_policy: Literal["Never", "OnFailure"]
    suspend: bool
    """Make it without starting it."""

    pod_failure_policy: PodFailurePolicy = OPTIONAL
    backoff_limit_per_index: Count = OPTIONAL
    """Failures until a number of an indexed Job counts as failed."""

    max_failed_indexes: Annotated[int, Field(ge=0, le=100_000)] = OPTIONAL
    """Failed numbers until the whole Job counts as failed."""

    success_policy: SuccessPolicy = OPTIONAL
    pod_replacement_policy: Literal["TerminatingOrFailed", "Failed"] = OPTIONAL
    """Failed starts a new pod when the old one has ended."""

    managed_by: JobController = OPTIONAL
    """Another controller than Kubernetes' own that runs the Job."""


class HookValues(Section):
    """When Helm runs the Job, in which order, and when its objects go."""

    events: str
    weight: Annotated[str, Field(pattern=r"^-?[0-9]+$")]
    delete_policy: str


class CronJobValues(Section):
    """When a CronJob starts its Jobs, and how many of them stay."""

    schedule: str
    """Minute, hour, day of the month, month, day of the week."""

    time_zone: str
    """The IANA time zone of the schedule; empty for the cluster's."""

    concurrency_policy: Literal["Allow", "Forbid", "Replace"]
    """When the last run is not over: beside it, not yet, or in its place."""

    starting_deadline_seconds: Count = OPTIONAL
    """Seconds that a start may be late."""

    successful_jobs_history_limit: Count
    failed_jobs_history_limit: Count
    suspend: bool
    """Keep the schedule and start nothing."""

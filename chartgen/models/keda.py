"""Scaling by events: KEDA asks queues, streams, queries and clocks, and scales to 0 copies and back."""

from collections.abc import Mapping
from typing import Literal

from chartgen.models.base import MUST, Model
from chartgen.models.scaling import ScaleDown, ScaleUp
from chartgen.models.triggers import Number, Trigger, TriggerAuthentication
from chartgen.models.types import Count, Name, Positive


class Fallback(Model):
    """What happens when a trigger's source does not answer."""

    failure_threshold: Positive = 3
    """Failures in a row after which it counts."""

    replicas: Count = MUST
    """Copies that run then."""

    behavior: Literal["static", "currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower"] = "static"
    """``static`` takes ``replicas``; the others may stay with the copies that run."""


class JobScaling(Model):
    """How Jobs are started by events, and what becomes of them.

    Source: https://keda.sh/docs/latest/reference/scaledjob-spec/
    """

    strategy: Literal["default", "accurate", "eager", "custom"] = "default"
    """``default`` where what is being worked on still counts as waiting, ``accurate`` where it doesn't, ``eager`` to
    start as many as may run."""

    custom_queue_length_deduction: Count | None = None
    """With ``custom``: how many of those that wait need no Job."""

    custom_running_job_percentage: Number | None = None
    """With ``custom``: the share of the running Jobs that is deducted, as text: ``"0.5"``."""

    multiple_scalers_calculation: Literal["max", "min", "avg", "sum"] = "max"
    """How several triggers count together."""

    rollout: Literal["gradual", "default"] = "gradual"
    """``gradual`` lets running Jobs end when a new version comes; KEDA's ``default`` deletes them."""

    successful_jobs_history_limit: Count = 5
    """Finished Jobs that are kept."""

    failed_jobs_history_limit: Count = 5
    """Failed Jobs that are kept."""


class Keda(Model):
    """A ScaledObject: KEDA owns the number of copies, so ``replicas`` is not printed. For a Job, a ScaledJob.

    Source: https://keda.sh/docs/latest/reference/scaledobject-spec/
    """

    min_replicas: Count = 1
    """Copies kept running when idle; 0 stops the workload while there is nothing to do. A Job's is 0 unless stated."""

    max_replicas: Positive = 10
    """Copies allowed at peak; Jobs that may run at once."""

    idle_replicas: Literal[0] | None = None
    """0 stops the workload while no trigger is active, and starts it with ``min_replicas``."""

    polling_interval_seconds: Positive = 30
    """Seconds between two looks at the triggers."""

    cooldown_seconds: Count = 300
    """Seconds without activity before the last copies are stopped."""

    initial_cooldown_seconds: Count = 0
    """Seconds after its creation in which the workload is not stopped."""

    scale_up: ScaleUp = ScaleUp()
    """How fast copies are added."""

    scale_down: ScaleDown = ScaleDown()
    """How fast copies are taken away."""

    fallback: Fallback | None = None
    """Copies to run while a trigger's source does not answer."""

    restore_to_original_replica_count: bool = False
    """When the ScaledObject is deleted, go back to the copies that ran before it."""

    paused: bool = False
    """Keep the copies that run, whatever the triggers say."""

    paused_replicas: Count | None = None
    """Go to this number of copies and stay there."""

    jobs: JobScaling = JobScaling()
    """How Jobs are started, where the kind is Job."""

    triggers: Mapping[Name, Trigger | None] = {}
    """What KEDA looks at, by a name of your own: ``{"lag": Trigger(kafka=KafkaTrigger(…))}``."""

    authentications: Mapping[Name, TriggerAuthentication | None] = {}
    """How KEDA logs in there, by the name that triggers say."""

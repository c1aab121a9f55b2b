"""The values of scaling by events, in KEDA's words."""

from collections.abc import Mapping, Sequence
from typing import Literal

from chartgen.charting.values_models.base import OPTIONAL, Section
from chartgen.charting.values_models.scaling import ScalingBehavior
from chartgen.models.types import Count, Name, ObjectName, Positive


class FallbackValues(Section):
    """Copies to run while a trigger's source does not answer."""

    failure_threshold: Positive
    replicas: Count
    behavior: Literal["static", "currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower"]


class AuthenticationRef(Section):
    """An existing TriggerAuthentication or ClusterTriggerAuthentication."""

    name: ObjectName
    kind: Literal["TriggerAuthentication", "ClusterTriggerAuthentication"]


class TriggerValues(Section):
    """A scaler, its parameters as text, and how KEDA logs in."""

    type: str
    metric_type: Literal["AverageValue", "Value", "Utilization"] = OPTIONAL
    metadata: Mapping[str, str]
    use_cached_metrics: bool
    authentication: str
    """The name of one of authentications; empty for none."""

    authentication_ref: AuthenticationRef = OPTIONAL


class SecretTarget(Section):
    """A parameter that a Secret holds."""

    parameter: str
    name: ObjectName
    key: str


class EnvTarget(Section):
    """A parameter that a variable of the container holds."""

    parameter: str
    name: str


class PodIdentityValues(Section):
    """An identity of the platform."""

    provider: Literal["azure-workload", "gcp", "aws", "aws-eks"]
    identity_id: str = OPTIONAL
    identity_owner: Literal["keda", "workload"] = OPTIONAL
    role_arn: str = OPTIONAL


class AuthenticationValues(Section):
    """How KEDA logs in."""

    pod_identity: PodIdentityValues = OPTIONAL
    secret_target_ref: Sequence[SecretTarget] = OPTIONAL
    env: Sequence[EnvTarget] = OPTIONAL


class KedaValues(Section):
    """A ScaledObject; while enabled it owns the number of copies."""

    enabled: bool
    """Scale by events; replicaCount is unused then."""

    min_replica_count: Count
    """Copies kept running when idle; 0 stops the workload."""

    max_replica_count: Positive
    """Copies allowed at peak."""

    idle_replica_count: Count = OPTIONAL
    """Copies while no trigger is active; KEDA takes 0 only."""

    polling_interval: Positive
    """Seconds between two looks at the triggers."""

    cooldown_period: Count
    """Seconds without activity before the last copies are stopped."""

    initial_cooldown_period: Count
    """Seconds after its creation in which the workload is not stopped."""

    fallback: FallbackValues = OPTIONAL
    restore_to_original_replica_count: bool
    """Go back to the copies that ran before, when the ScaledObject is deleted."""

    paused: bool
    """Keep the copies that run."""

    paused_replicas: Count = OPTIONAL
    """Go to this number of copies and stay there."""

    behavior: ScalingBehavior
    triggers: Mapping[Name, TriggerValues]
    """What KEDA looks at, by name."""

    authentications: Mapping[Name, AuthenticationValues]
    """How KEDA logs in, by the name that triggers say."""


class ScalingStrategy(Section):
    """How many Jobs are started for what waits."""

    strategy: Literal["default", "accurate", "eager", "custom"]
    custom_scaling_queue_length_deduction: Count = OPTIONAL
    custom_scaling_running_job_percentage: str = OPTIONAL
    multiple_scalers_calculation: Literal["max", "min", "avg", "sum"]


class JobRollout(Section):
    """What becomes of running Jobs when a new version comes."""

    strategy: Literal["gradual", "default"]
    propagation_policy: Literal["background", "foreground"]


class ScaledJobValues(Section):
    """A ScaledJob, in place of a Job: KEDA starts Jobs by events."""

    min_replica_count: Count
    """Jobs that always run."""

    max_replica_count: Positive
    """Jobs that may run at once."""

    polling_interval: Positive
    """Seconds between two looks at the triggers."""

    successful_jobs_history_limit: Count
    """Finished Jobs that are kept."""

    failed_jobs_history_limit: Count
    """Failed Jobs that are kept."""

    rollout: JobRollout
    scaling_strategy: ScalingStrategy
    paused: bool
    """Start nothing."""

    triggers: Mapping[Name, TriggerValues]
    """What KEDA looks at, by name."""

    authentications: Mapping[Name, AuthenticationValues]
    """How KEDA logs in, by the name that triggers say."""

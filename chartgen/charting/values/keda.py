"""Scaling by events: a ScaledObject's triggers in KEDA's words, and how KEDA logs in."""

from pydantic.alias_generators import to_camel

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.workload import scaling_rules
from chartgen.layering.facts import container_name
from chartgen.layering.kinds import COPIES
from chartgen.layering.triggers import scaler
from chartgen.models.service import KedaSpec, Spec, TriggerAuthenticationSpec, WorkloadSpec
from chartgen.models.triggers import OtherTrigger, Scaler, Trigger


def keda(spec: WorkloadSpec, service: Spec) -> Values | None:
    """The ScaledObject, switched on; KEDA's own defaults are written out."""
    own = spec.keda
    if own is None or spec.kind not in COPIES:
        return None
    return {
        **_limits(own),
        "behavior": {"scaleUp": scaling_rules(own.scale_up), "scaleDown": scaling_rules(own.scale_down)},
        **_looked_at(own, container_name(spec, service) if spec.sidecars else ""),
    }


def scaled_job(spec: WorkloadSpec, service: Spec) -> Values | None:
    """Jobs that are started by events; KEDA's own defaults are written out."""
    own = spec.keda
    if own is None or spec.kind != "Job":
        return None
    strategy = {
        "strategy": own.jobs.strategy,
        "customScalingQueueLengthDeduction": own.jobs.custom_queue_length_deduction,
        "customScalingRunningJobPercentage": own.jobs.custom_running_job_percentage,
        "multipleScalersCalculation": own.jobs.multiple_scalers_calculation,
    }
    return {
        "minReplicaCount": own.min_replicas if "min_replicas" in own.model_fields_set else 0,
        "maxReplicaCount": own.max_replicas,
        "pollingInterval": own.polling_interval_seconds,
        "successfulJobsHistoryLimit": own.jobs.successful_jobs_history_limit,
        "failedJobsHistoryLimit": own.jobs.failed_jobs_history_limit,
        "rollout": {"strategy": own.jobs.rollout, "propagationPolicy": "background"},
        "scalingStrategy": stated(strategy),
        "paused": own.paused,
        **_looked_at(own, container_name(spec, service) if spec.sidecars else ""),
    }


def _looked_at(own: KedaSpec, container: str) -> Values:
    """What KEDA looks at, and how it logs in there."""
    return {
        "triggers": {name: _trigger(own.triggers[name], container) for name in sorted(own.triggers)},
        "authentications": {name: _authentication(own.authentications[name]) for name in sorted(own.authentications)},
    }


def _limits(own: KedaSpec) -> Values:
    fallback = own.fallback and {
        "failureThreshold": own.fallback.failure_threshold,
        "replicas": own.fallback.replicas,
        "behavior": own.fallback.behavior,
    }
    return stated(
        {
            "enabled": True,
            "minReplicaCount": own.min_replicas,
            "maxReplicaCount": own.max_replicas,
            "idleReplicaCount": own.idle_replicas,
            "pollingInterval": own.polling_interval_seconds,
            "cooldownPeriod": own.cooldown_seconds,
            "initialCooldownPeriod": own.initial_cooldown_seconds,
            "fallback": fallback,
            "restoreToOriginalReplicaCount": own.restore_to_original_replica_count,
            "paused": own.paused,
            "pausedReplicas": own.paused_replicas,
        }
    )


def _trigger(trigger: Trigger, container: str) -> Values:
    return stated(
        {
            **_asked(trigger, container),
            "useCachedMetrics": trigger.use_cached_metrics,
            "authentication": trigger.authentication or "",
            "authenticationRef": _existing(trigger),
        }
    )


def _asked(trigger: Trigger, container: str) -> Values:
    """What is looked at: a scaler and its parameters, or the workload's own use."""
    own = scaler(trigger)
    if isinstance(own, OtherTrigger):
        return {"type": own.type, "metricType": trigger.metric_type, "metadata": dict(sorted(own.metadata.items()))}
    if own is not None:
        return {"type": own.type, "metricType": trigger.metric_type, "metadata": _metadata(own)}
    name, target = ("memory", trigger.memory) if trigger.cpu is None else ("cpu", trigger.cpu)
    within = {"containerName": container} if container else {}
    kind = "Utilization" if isinstance(target, int) else "AverageValue"
    return {"type": name, "metricType": kind, "metadata": {**within, "value": str(target)}}


def _metadata(own: Scaler) -> Values:
    """The parameters that are set, all as text."""
    said = {own.written.get(name, to_camel(name)): getattr(own, name) for name in type(own).model_fields}
    return {key: _text(value) for key, value in sorted(said.items()) if value is not None and value != ()}


def _text(value: bool | int | str | list[str] | tuple[str, ...]) -> str:  # noqa: FBT001 - whatever a field holds
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, list | tuple) else str(value)


def _existing(trigger: Trigger) -> Values | None:
    if trigger.authentication_ref:
        return {"name": trigger.authentication_ref, "kind": "TriggerAuthentication"}
    if trigger.cluster_authentication_ref:
        return {"name": trigger.cluster_authentication_ref, "kind": "ClusterTriggerAuthentication"}
    return None


def _authentication(own: TriggerAuthenticationSpec) -> Values:
    """How KEDA logs in, in the shape of a TriggerAuthentication's spec."""
    identity = own.pod_identity and stated(
        {
            "provider": own.pod_identity.provider,
            "identityId": own.pod_identity.identity_id,
            "identityOwner": own.pod_identity.identity_owner,
            "roleArn": own.pod_identity.role_arn,
        }
    )
    secrets = [{"parameter": name, "name": one.secret, "key": one.key} for name, one in sorted(own.secrets.items())]
    return stated(
        {
            "podIdentity": identity,
            "secretTargetRef": secrets,
            "env": [{"parameter": name, "name": variable} for name, variable in sorted(own.env.items())],
        }
    )

"""What a workload says of its copies and its kind: scaling, budget, rollout, schedule."""

from typing import Any

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.metrics import metrics, own_targets
from chartgen.charting.values.storage import claim
from chartgen.charting.values.traffic import present
from chartgen.layering.facts import floor, strategy
from chartgen.layering.kinds import COPIES, ENDING
from chartgen.models.kinds import CronJob, Job, PodFailureRule, SuccessRule
from chartgen.models.scaling import DisruptionBudget, ScalingRules
from chartgen.models.service import AutoscalingSpec, WorkloadSpec

HOOK_POLICY = "before-hook-creation,hook-succeeded"
"""A hook's objects go when they are made anew, and after success; a failed Job stays for its logs."""

_A_DAY = 86400
_TEN_MINUTES = 600


def copies(spec: WorkloadSpec) -> Values:
    """How many copies run, who decides that, and how they are replaced; nothing for what runs to its end."""
    if spec.kind in ENDING:
        return {}
    several = {
        "replicaCount": spec.replicas,
        "autoscaling": autoscaling(spec.autoscaling) if spec.autoscaling else None,
        "podDisruptionBudget": _budget(spec, spec.disruption_budget) if spec.disruption_budget else None,
    }
    return {
        **(several if spec.kind in COPIES else {}),
        **({"strategy": _strategy(spec)} if spec.kind == "Deployment" else {"updateStrategy": _update_strategy(spec)}),
        "minReadySeconds": spec.rollout.min_ready_seconds,
        "progressDeadlineSeconds": spec.rollout.progress_deadline_seconds if spec.kind == "Deployment" else None,
        "revisionHistoryLimit": spec.rollout.revision_history_limit,
    }


def of_kind(spec: WorkloadSpec) -> Values:
    """What only one kind of workload says."""
    if spec.kind == "StatefulSet":
        return _stateful_set(spec)
    if spec.kind in ENDING:
        hook = spec.job.hook if spec.kind == "Job" else None
        return {
            "job": _job(spec, spec.job),
            "hook": hook and {"events": ",".join(hook.events), "weight": str(hook.weight), "deletePolicy": HOOK_POLICY},
            "cronJob": _cron_job(spec.cron_job) if spec.cron_job else None,
        }
    return {}


def autoscaling(scaling: AutoscalingSpec) -> Values:
    """The autoscaler, switched on."""
    return present(
        {
            "enabled": True,
            "minReplicas": scaling.min_replicas,
            "maxReplicas": scaling.max_replicas,
            **own_targets(scaling),
            "metrics": metrics(scaling),
            "behavior": {"scaleUp": scaling_rules(scaling.scale_up), "scaleDown": scaling_rules(scaling.scale_down)},
        }
    )


def scaling_rules(rules: ScalingRules) -> Values:
    """How fast the number of copies may change in one direction."""
    return {
        "stabilizationWindowSeconds": rules.stabilization_window_seconds,
        "selectPolicy": rules.select_policy,
        "policies": [
            {"type": policy.type, "value": policy.value, "periodSeconds": policy.period_seconds}
            for policy in rules.policies
        ],
    }


def _budget(spec: WorkloadSpec, budget: DisruptionBudget) -> Values:
    """On where two copies or more always run; one evictable pod at a time where nothing is said."""
    most: Any = budget.max_unavailable
    if most is None and budget.min_available is None:
        most = 1
    return stated(
        {
            "enabled": floor(spec) >= 2,
            "maxUnavailable": most,
            "minAvailable": budget.min_available,
            "unhealthyPodEvictionPolicy": budget.unhealthy_pod_eviction_policy,
        }
    )


def _strategy(spec: WorkloadSpec) -> Values:
    rollout = spec.rollout
    if strategy(spec) == "Recreate":
        return {"type": "Recreate"}
    update = {"maxSurge": rollout.max_surge, "maxUnavailable": rollout.max_unavailable}
    return {"type": "RollingUpdate", "rollingUpdate": update}


def _update_strategy(spec: WorkloadSpec) -> Values:
    """How the pods of a StatefulSet or DaemonSet are replaced; Kubernetes' default partition is written out."""
    own = spec.stateful_set if spec.kind == "StatefulSet" else spec.daemon_set
    if own.update_strategy == "OnDelete":
        return {"type": "OnDelete"}
    if spec.kind == "StatefulSet":
        most = stated({"maxUnavailable": spec.stateful_set.max_unavailable})
        return {"type": "RollingUpdate", "rollingUpdate": {"partition": spec.stateful_set.partition or 0, **most}}
    update = {"maxSurge": spec.daemon_set.max_surge, "maxUnavailable": spec.daemon_set.max_unavailable}
    return {"type": "RollingUpdate", "rollingUpdate": update}


def _stateful_set(spec: WorkloadSpec) -> Values:
    own = spec.stateful_set
    return {
        "podManagementPolicy": own.pod_management_policy,
        "ordinals": None if own.first_ordinal is None else {"start": own.first_ordinal},
        "persistentVolumeClaimRetentionPolicy": {"whenDeleted": own.when_deleted, "whenScaled": own.when_scaled},
        "volumeClaimTemplates": {name: claim(one) for name, one in sorted(own.claims.items())},
    }


def _job(spec: WorkloadSpec, job: Job) -> Values:
    """A Job's settings: a deadline for a hook, since Helm waits for it; a day's stay where nobody tidies up."""
    rules = [_failure(one) for one in job.pod_failure_policy]
    stays = _A_DAY if job.ttl_seconds_after_finished is None else job.ttl_seconds_after_finished
    return stated(
        {
            "backoffLimit": _backoff_limit(job),
            "activeDeadlineSeconds": job.deadline_seconds or (_TEN_MINUTES if job.hook else None),
            "ttlSecondsAfterFinished": stays if spec.kind == "Job" and not (job.hook or spec.keda) else None,
            "completions": job.completions,
            "parallelism": job.parallelism,
            "completionMode": "Indexed" if job.indexed else "NonIndexed",
            "restartPolicy": job.restart_policy,
            "suspend": job.suspend,
            "podFailurePolicy": {"rules": rules} if rules else None,
            "backoffLimitPerIndex": job.backoff_limit_per_index,
            "maxFailedIndexes": job.max_failed_indexes,
            "successPolicy": {"rules": [_success(one) for one in job.success_policy]} if job.success_policy else None,
            "podReplacementPolicy": job.pod_replacement_policy,
            "managedBy": job.managed_by,
        }
    )


def _backoff_limit(job: Job) -> int:
    """Where numbers fail one by one, there is no limit for all of them unless it is stated, as in Kubernetes."""
    counted_apart = job.backoff_limit_per_index is not None and "backoff_limit" not in job.model_fields_set
    return 2**31 - 1 if counted_apart else job.backoff_limit


def _success(one: SuccessRule) -> Values:
    return stated({"succeededIndexes": one.indexes, "succeededCount": one.count})


def _failure(one: PodFailureRule) -> Values:
    """What a failure means; codes are sorted, since Kubernetes takes them in order only."""
    operator = "NotIn" if one.other_codes else "In"
    container = stated({"containerName": one.container})
    codes = {**container, "operator": operator, "values": sorted(set(one.exit_codes))} if one.exit_codes else None
    conditions = [{"type": condition, "status": "True"} for condition in one.conditions or ()]
    return stated({"action": one.action, "onExitCodes": codes, "onPodConditions": conditions})


def _cron_job(own: CronJob) -> Values:
    return stated(
        {
            "schedule": own.schedule,
            "timeZone": own.time_zone or "",
            "concurrencyPolicy": own.concurrency_policy,
            "startingDeadlineSeconds": own.starting_deadline_seconds,
            "successfulJobsHistoryLimit": own.successful_jobs_history_limit,
            "failedJobsHistoryLimit": own.failed_jobs_history_limit,
            "suspend": own.suspend,
        }
    )

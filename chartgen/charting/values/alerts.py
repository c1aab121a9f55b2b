"""Alerts and recorded queries: the author's, and those that come with chartgen.

The release's names are known to Helm only, so expressions keep ``$(pods)`` and the like, which the template fills in.
"""

from collections.abc import Iterator

from chartgen.charting.values.container import Values
from chartgen.charting.values.traffic import present
from chartgen.layering.facts import floor
from chartgen.layering.kinds import COPIES, ENDING, LASTING
from chartgen.models.monitoring import (
    Alert,
    CpuThrottled,
    MemoryNearLimit,
    PrometheusRules,
    ReadyAlert,
    Recording,
)
from chartgen.models.networking import Platform
from chartgen.models.service import WorkloadSpec

_POD = 'namespace="$(namespace)", pod=~"$(pods)"'
_CONTAINER = f'container!="", {_POD}'
_EACH = "by (namespace, pod, container)"


def prometheus_rule(workload: WorkloadSpec, platform: Platform) -> Values | None:
    """The PrometheusRule of a workload; none where it would hold no rule."""
    own = workload.prometheus_rules
    if own is None:
        return None
    recordings = {name: _recording(name, one) for name, one in sorted(own.recordings.items()) if one}
    alerts = {name: _alert(one) for name, one in own.alerts.items() if one}
    alerts |= {name: _ready(one, expression, summary) for name, one, expression, summary in ready(workload, own)}
    if not recordings and not alerts:
        return None
    return {
        "enabled": True,
        "labels": dict(sorted(present({**platform.prometheus_labels, **own.labels}).items())),
        "interval": own.interval or "",
        "recordings": recordings,
        "alerts": dict(sorted(alerts.items())),
    }


def ready(workload: WorkloadSpec, own: PrometheusRules) -> Iterator[tuple[str, ReadyAlert, str, str]]:
    """Name, settings, expression and summary of those that come with chartgen, are asked for, and have an object."""
    if crashing := own.crash_looping:
        yield "CrashLooping", crashing, _crashing(), "{{ $labels.pod }} crashes again and again"
    if (waiting := own.pods_not_ready) and workload.kind in LASTING:
        yield "PodsNotReady", waiting, _not_ready(), "{{ $labels.pod }} does not get ready"
    if throttled := own.cpu_throttled:
        yield "CpuThrottled", throttled, _throttled(throttled), "{{ $labels.pod }} is held back by its CPU limit"
    if full := own.memory_near_limit:
        yield "MemoryNearLimit", full, _near_limit(full), "{{ $labels.pod }} is near its memory limit"
    if (scaled := own.autoscaler_at_maximum) and workload.autoscaling:
        yield (
            "AutoscalerAtMaximum",
            scaled,
            _at_maximum(),
            "$(workload) has all the copies that its autoscaler may make",
        )
    if (kept := own.budget_without_room) and has_budget(workload):
        yield "BudgetWithoutRoom", kept, _without_room(), "no copy of $(workload) may be evicted"
    if (failed := own.job_failed) and workload.kind in ENDING:
        yield "JobFailed", failed, _job_failed(), "{{ $labels.job_name }} failed for good"


def has_budget(workload: WorkloadSpec) -> bool:
    """Whether a budget of the workload is on."""
    return workload.kind in COPIES and workload.disruption_budget is not None and floor(workload) >= 2


def _recording(name: str, one: Recording) -> Values:
    return {"record": one.metric or name, "expr": one.expr, "labels": dict(sorted(present(one.labels).items()))}


def _alert(one: Alert) -> Values:
    texts = {"summary": one.summary, "description": one.description, "runbook_url": one.runbook_url or ""}
    annotations = {**{name: text for name, text in texts.items() if text}, **one.annotations}
    return {
        "expr": one.expr,
        "for": one.lasting,
        "keepFiringFor": one.keep_firing_for or "",
        "labels": dict(sorted(present({"severity": one.severity, **one.labels}).items())),
        "annotations": dict(sorted(present(annotations).items())),
    }


def _ready(one: ReadyAlert, expression: str, summary: str) -> Values:
    labels = {"workload": "$(workload)"}
    description = (type(one).__doc__ or "").split("\n", 1)[0]
    return _alert(
        Alert(
            expr=expression,
            lasting=one.lasting,
            severity=one.severity,
            summary=summary,
            description=description,
            runbook_url=one.runbook_url,
            labels=labels,
        )
    )


def _crashing() -> str:
    waiting = f'kube_pod_container_status_waiting_reason{{reason="CrashLoopBackOff", {_POD}}}'
    return f"max_over_time({waiting}[5m]) >= 1"


def _not_ready() -> str:
    """Pods that ended are not ready either, and no trouble."""
    living = f'kube_pod_status_phase{{phase=~"Pending|Running|Unknown", {_POD}}} == 1'
    return f'(kube_pod_status_ready{{condition="true", {_POD}}} == 0) and on (namespace, pod) ({living})'


def _throttled(one: CpuThrottled) -> str:
    held = f"sum {_EACH} (increase(container_cpu_cfs_throttled_periods_total{{{_CONTAINER}}}[5m]))"
    of = f"sum {_EACH} (increase(container_cpu_cfs_periods_total{{{_CONTAINER}}}[5m]))"
    return f"{held} / {of} > {one.percent / 100:g}"


def _near_limit(one: MemoryNearLimit) -> str:
    used = f"max {_EACH} (container_memory_working_set_bytes{{{_CONTAINER}}})"
    limit = f'max {_EACH} (kube_pod_container_resource_limits{{resource="memory", {_CONTAINER}}})'
    return f"{used} / {limit} > {one.percent / 100:g}"


def _at_maximum() -> str:
    which = '{namespace="$(namespace)", horizontalpodautoscaler="$(autoscaler)"}'
    current, most = "status_current_replicas", "spec_max_replicas"
    return f"kube_horizontalpodautoscaler_{current}{which} >= kube_horizontalpodautoscaler_{most}{which}"


def _without_room() -> str:
    which = '{namespace="$(namespace)", poddisruptionbudget="$(budget)"}'
    allowed = f"kube_poddisruptionbudget_status_pod_disruptions_allowed{which} == 0"
    return f"({allowed}) and (kube_poddisruptionbudget_status_expected_pods{which} > 0)"


def _job_failed() -> str:
    return 'kube_job_failed{condition="true", namespace="$(namespace)", job_name=~"$(jobs)"} > 0'

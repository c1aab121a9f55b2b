"""Which fields go with which kind of workload."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from chartgen.models.kinds import Kind
from chartgen.models.service import WorkloadSpec

COPIES = frozenset({"Deployment", "StatefulSet"})
"""Kinds that run a number of copies."""

LASTING = COPIES | {"DaemonSet"}
"""Kinds that run until they are stopped."""

ENDING = frozenset({"Job", "CronJob"})
"""Kinds that run to their end."""

ANY = LASTING | ENDING
"""Every kind."""

GOES_WITH: Mapping[tuple[str, ...], frozenset[str]] = {
    ("replicas",): COPIES,
    ("autoscaling",): COPIES,
    ("keda",): COPIES | {"Job"},
    ("keda", "idle_replicas"): COPIES,
    ("keda", "cooldown_seconds"): COPIES,
    ("keda", "initial_cooldown_seconds"): COPIES,
    ("keda", "scale_up"): COPIES,
    ("keda", "scale_down"): COPIES,
    ("keda", "fallback"): COPIES,
    ("keda", "restore_to_original_replica_count"): COPIES,
    ("keda", "paused_replicas"): COPIES,
    ("keda", "jobs"): frozenset({"Job"}),
    ("vpa",): LASTING,
    ("hostname",): ANY - {"StatefulSet"},
    ("subdomain",): ANY - {"StatefulSet"},
    ("disruption_budget",): COPIES,
    ("spread",): COPIES,
    ("ports",): LASTING,
    ("service",): LASTING,
    ("services",): LASTING,
    ("probes",): LASTING,
    ("prometheus",): LASTING,
    ("reloader",): LASTING,
    ("monitor",): LASTING,
    ("lifecycle",): LASTING,
    ("resize_policy",): LASTING,
    ("shutdown", "drain_seconds"): LASTING,
    ("rollout", "strategy"): frozenset({"Deployment"}),
    ("rollout", "max_surge"): frozenset({"Deployment"}),
    ("rollout", "max_unavailable"): frozenset({"Deployment"}),
    ("rollout", "progress_deadline_seconds"): frozenset({"Deployment"}),
    ("rollout", "min_ready_seconds"): LASTING,
    ("rollout", "revision_history_limit"): LASTING,
    ("stateful_set",): frozenset({"StatefulSet"}),
    ("daemon_set",): frozenset({"DaemonSet"}),
    ("job",): ENDING,
    ("job", "hook"): frozenset({"Job"}),
    ("job", "ttl_seconds_after_finished"): frozenset({"Job"}),
    ("cron_job",): frozenset({"CronJob"}),
}
"""Fields that go with some kinds only."""


def misfits(workload: WorkloadSpec) -> Iterator[tuple[str, ...]]:
    """Fields that some layer states and that do not go with the workload's kind."""
    for path, kinds in GOES_WITH.items():
        if workload.kind not in kinds and _is_stated(workload, path) and not _covered(workload.kind, path):
            yield path


def goes_with(kind: Kind, *path: str) -> bool:
    """If a field goes with a kind."""
    return all(kind in GOES_WITH.get(path[:length], {kind}) for length in range(1, len(path) + 1))


def _covered(kind: Kind, path: tuple[str, ...]) -> bool:
    """If the section around the field does not go with the kind either, which says enough."""
    return len(path) > 1 and not goes_with(kind, *path[:-1])


def _is_stated(model: BaseModel, path: tuple[str, ...]) -> bool:
    """If a field was set, to anything but nothing."""
    name, *rest = path
    value = getattr(model, name)
    if name not in model.model_fields_set or value is None or value == {}:
        return False
    return not rest or _is_stated(value, tuple(rest))

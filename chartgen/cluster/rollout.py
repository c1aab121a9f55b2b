"""Whether a workload is rolled out, as ``kubectl rollout status`` judges it; Jobs by their conditions.

Source: kubectl's pkg/polymorphichelpers/rollout_status.go. A verdict is reached from one object alone, as plain data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Manifest = Mapping[str, Any]


@dataclass(frozen=True)
class Verdict:
    """Where a workload stands, and how many of its copies are as they should be."""

    state: Literal["done", "waiting", "failed"]
    text: str
    """In words; begins small, ends without a full stop."""

    wanted: int = 0
    ready: int = 0


def judge(workload: Manifest) -> Verdict:
    """The verdict on a workload of any kind."""
    metadata, status = workload["metadata"], workload.get("status", {})
    kind = workload["kind"]
    if kind not in ("Job", "CronJob") and status.get("observedGeneration", 0) < metadata.get("generation", 0):
        return Verdict("waiting", "the change is not yet taken up")
    return _JUDGES[kind](workload.get("spec", {}), status)


def condition(status: Manifest, kind: str) -> Manifest:
    """A condition by its type; empty where it is not there."""
    return next((one for one in status.get("conditions") or () if one["type"] == kind), {})


def _deployment(spec: Manifest, status: Manifest) -> Verdict:
    wanted = spec.get("replicas", 1)
    copies, updated = status.get("replicas", 0), status.get("updatedReplicas", 0)
    available = status.get("availableReplicas", 0)

    if condition(status, "Progressing").get("reason") == "ProgressDeadlineExceeded":
        seconds = spec.get("progressDeadlineSeconds", 600)
        text = f"nothing moved for {seconds} s, its progress deadline: {available} of {_copies(wanted)} available"
        return Verdict("failed", text, wanted, available)
    if updated < wanted:
        paused = ", and the rollout is paused" if spec.get("paused") else ""
        return Verdict("waiting", f"{updated} of {_copies(wanted)} updated{paused}", wanted, available)
    if copies > updated:
        return Verdict("waiting", f"{_copies(copies - updated)} of the old version still to end", wanted, available)
    if available < updated:
        return Verdict("waiting", f"{available} of {_copies(updated)} available", wanted, available)
    return Verdict("done", f"{_copies(wanted)} updated and available", wanted, available)


def _stateful_set(spec: Manifest, status: Manifest) -> Verdict:
    wanted, ready = spec.get("replicas", 1), status.get("readyReplicas", 0)
    updated = status.get("updatedReplicas", 0)
    strategy = spec.get("updateStrategy", {})
    partition = (strategy.get("rollingUpdate") or {}).get("partition", 0)

    if ready < wanted:
        return Verdict("waiting", f"{ready} of {_copies(wanted)} ready", wanted, ready)
    if strategy.get("type") == "OnDelete":
        return Verdict("done", f"{_copies(wanted)} ready; each is updated when it is deleted", wanted, ready)
    if updated < wanted - partition:
        return Verdict("waiting", f"{updated} of {_copies(wanted - partition)} updated", wanted, ready)
    if partition:
        text = f"{updated} of {_copies(wanted)} updated, all that its partition {partition} lets"
        return Verdict("done", text, wanted, ready)
    return Verdict("done", f"{_copies(wanted)} updated and ready", wanted, ready)


def _daemon_set(spec: Manifest, status: Manifest) -> Verdict:
    wanted, available = status.get("desiredNumberScheduled", 0), status.get("numberAvailable", 0)
    updated = status.get("updatedNumberScheduled", 0)

    if spec.get("updateStrategy", {}).get("type") != "OnDelete" and updated < wanted:
        return Verdict("waiting", f"{updated} of {_nodes(wanted)} updated", wanted, available)
    if available < wanted:
        return Verdict("waiting", f"available on {available} of {_nodes(wanted)}", wanted, available)
    return Verdict("done", f"updated and available on {_nodes(wanted)}", wanted, available)


def _job(spec: Manifest, status: Manifest) -> Verdict:
    wanted, ended = spec.get("completions") or 1, status.get("succeeded", 0)
    failed = condition(status, "Failed")
    if failed.get("status") == "True":
        said = failed.get("message") or failed.get("reason") or "it failed"
        return Verdict("failed", f"the Job failed: {said[:1].lower()}{said[1:]}", wanted, ended)
    if condition(status, "Complete").get("status") == "True":
        return Verdict("done", "complete", wanted, wanted)
    if spec.get("suspend"):
        return Verdict("waiting", "the Job is suspended", wanted, ended)
    return Verdict("waiting", f"{ended} of {wanted} runs complete", wanted, ended)


def _cron_job(spec: Manifest, _: Manifest) -> Verdict:
    """There is nothing to wait for: it runs when its time comes."""
    return Verdict(
        "done", f"suspended, {spec['schedule']}" if spec.get("suspend") else f"scheduled, {spec['schedule']}"
    )


_JUDGES: Final[Mapping[str, Callable[[Manifest, Manifest], Verdict]]] = {
    "Deployment": _deployment,
    "StatefulSet": _stateful_set,
    "DaemonSet": _daemon_set,
    "Job": _job,
    "CronJob": _cron_job,
}


def _copies(number: int) -> str:
    return f"{number} {'copy' if number == 1 else 'copies'}"


def _nodes(number: int) -> str:
    return f"{number} {'node' if number == 1 else 'nodes'}"

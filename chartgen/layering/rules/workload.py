"""The image, the copies, the rollout, the resources."""

from collections.abc import Iterator

from chartgen.layering.facts import floor, memory_limit, share
from chartgen.layering.kinds import LASTING
from chartgen.layering.problem import Problem
from chartgen.models.service import ContainerSpec, WorkloadSpec
from chartgen.models.types import millis


def image_is_pinned(spec: ContainerSpec) -> Iterator[Problem]:
    """An image has a tag or a digest, unless whoever deploys sets it."""
    image = spec.image
    if image and image.set_by == "service" and image.tag is None and image.digest is None:
        hint = 'write tag="1.0.0" or digest="sha256:…", or set_by="deployment" to leave it to whoever deploys'
        yield Problem(("image",), "has neither a tag nor a digest", hint)


def rollout_moves(spec: WorkloadSpec) -> Iterator[Problem]:
    """A rolling update may have a pod too many or a pod missing."""
    rollout = spec.rollout
    if rollout.strategy == "RollingUpdate" and not amount(rollout.max_surge) and not amount(rollout.max_unavailable):
        yield Problem(
            ("rollout", "max_surge"),
            "is 0, and so is max_unavailable: no pod could ever be replaced",
            'write max_surge="25%"',
            also=(("rollout", "max_unavailable"),),
        )
    if isinstance(rollout.max_unavailable, str) and amount(rollout.max_unavailable) > 100:
        yield Problem(("rollout", "max_unavailable"), f"is {rollout.max_unavailable}; 100% is the most")


def rollout_has_time(spec: WorkloadSpec) -> Iterator[Problem]:
    """A rollout does not count as failed before its first pod can count as ready."""
    rollout = spec.rollout
    deadline = 600 if rollout.progress_deadline_seconds is None else rollout.progress_deadline_seconds
    if spec.kind == "Deployment" and deadline <= (rollout.min_ready_seconds or 0):
        text = f"is {rollout.min_ready_seconds}, not below progress_deadline_seconds, which is {deadline}"
        also = (("rollout", "progress_deadline_seconds"),)
        yield Problem(("rollout", "min_ready_seconds"), text, also=also)


def drain_ends_before_the_pod(spec: WorkloadSpec) -> Iterator[Problem]:
    """The sleep before SIGTERM is shorter than the time until SIGKILL."""
    drain, grace = spec.shutdown.drain_seconds, spec.shutdown.grace_seconds
    if grace is not None and drain >= grace and spec.kind in LASTING and spec.lifecycle.pre_stop is None:
        text = f"is {grace}, not above drain_seconds, which is {drain}"
        hint = "leave it out: it follows from drain_seconds and longest_request_seconds"
        yield Problem(("shutdown", "grace_seconds"), text, hint, also=(("shutdown", "drain_seconds"),))


def budget_has_one_field(spec: WorkloadSpec) -> Iterator[Problem]:
    """A budget says what may be missing or what must stay."""
    budget = spec.disruption_budget
    if budget and budget.max_unavailable is not None and budget.min_available is not None:
        yield Problem(("disruption_budget",), "says both max_unavailable and min_available", "keep max_unavailable=1")


def budget_leaves_room(spec: WorkloadSpec) -> Iterator[Problem]:
    """A budget lets a drain take at least one pod."""
    budget, copies = spec.disruption_budget, floor(spec)
    if budget is None or copies < 2:
        return
    hint = "write max_unavailable=1, which never blocks a drain"
    if budget.max_unavailable is not None and not amount(budget.max_unavailable):
        yield Problem(("disruption_budget", "max_unavailable"), "allows no eviction, so a drain would never end", hint)
    least = budget.min_available
    if least is not None and copies - _rounded_up(least, copies) < 1:
        text = f"is {least} of {copies} copies: it allows no eviction, so a drain would never end"
        scaler = next((name for name in ("keda", "autoscaling") if getattr(spec, name)), None)
        copies_from = (scaler, "min_replicas") if scaler else ("replicas",)
        yield Problem(("disruption_budget", "min_available"), text, hint, also=(copies_from,))


def request_is_within_limit(spec: ContainerSpec) -> Iterator[Problem]:
    """What is reserved is not more than what is allowed."""
    resources = spec.resources
    pairs = (
        ("cpu", resources.cpu, resources.cpu_limit),
        ("memory", resources.memory, memory_limit(spec)),
        ("ephemeral_storage", resources.ephemeral_storage, resources.ephemeral_storage_limit),
    )
    for name, request, limit in pairs:
        if request and limit and millis(request) > millis(limit):
            also = (("resources", f"{name}_limit"),)
            yield Problem(("resources", name), f"is {request}, above {name}_limit, which is {limit}", also=also)


def amount(of: int | str) -> int:
    """The number of a number or percentage."""
    return of if isinstance(of, int) else int(of.removesuffix("%"))


def _rounded_up(least: int | str, of: int) -> int:
    """Kubernetes rounds a percentage up for what must stay."""
    return least if isinstance(least, int) else -share(f"{-amount(least)}%", of)

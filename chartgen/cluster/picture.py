"""What runs of a release at one moment, as plain data to show, and what of it is not healthy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from chartgen.cluster.matching import autoscalers_of, budgets_of, events_of, find, labels, pods_of
from chartgen.cluster.reasons import Reason, reasons
from chartgen.cluster.release import Expected, Release
from chartgen.cluster.rollout import condition, judge

Manifest = Mapping[str, Any]
Known = Mapping[str, Sequence[Manifest]]

MOST_RESTARTS: Final = 5
"""More are unhealthy."""

RECENT: Final = timedelta(hours=1)
"""Older events are of no matter: Kubernetes forgets them after an hour too."""

MOST_EVENTS: Final = 10


@dataclass(frozen=True)
class Pod:
    """One line of ``kubectl get pods``."""

    name: str
    phase: str
    ready: str
    restarts: int
    node: str
    age: int
    """Seconds."""


@dataclass(frozen=True)
class Autoscaler:
    """Its range, its count, and what keeps it from counting."""

    name: str
    least: int
    most: int
    now: int
    wanted: int
    metrics: tuple[str, ...]
    problem: str


@dataclass(frozen=True)
class Budget:
    """How many pods may be sent away now."""

    name: str
    allowed: int
    healthy: int
    needed: int
    expected: int


@dataclass(frozen=True)
class Workload:
    """One workload of the release and what belongs to it."""

    kind: str
    component: str
    name: str
    """"" where there is no such object."""

    state: str
    text: str
    ready: int
    wanted: int
    images: tuple[str, ...]
    chart: str
    """``helm.sh/chart``: what it was installed from."""

    pods: tuple[Pod, ...]
    autoscalers: tuple[Autoscaler, ...]
    budgets: tuple[Budget, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Event:
    """A warning, however often it came."""

    about: str
    reason: str
    text: str
    times: int
    age: int


@dataclass(frozen=True)
class Picture:
    """A release at one moment."""

    release: str
    namespace: str
    chart: str
    """``helm.sh/chart`` of the chart on disk."""

    workloads: tuple[Workload, ...]
    events: tuple[Event, ...]
    differences: tuple[str, ...]
    """What runs otherwise than the chart on disk says: no sign of ill health, but worth knowing."""

    unhealthy: tuple[str, ...]


def picture(release: Release, namespace: str, known: Known, now: datetime) -> Picture:
    """From all objects of a namespace that may count, to what there is to say of a release."""
    found = {expected: find(expected, known.get(expected.kind, ())) for expected in release.workloads}
    workloads = tuple(_workload(expected, one, known, now) for expected, one in found.items())
    names = sorted({name for one in workloads for name in _names(one) if name})
    return Picture(
        release.name,
        namespace,
        release.label,
        workloads,
        tuple(_events(names, known.get("Event", ()), now)),
        tuple(_differences(release, workloads)),
        tuple(text for one in workloads for text in _unhealthy(one)),
    )


def age_of(seconds: int) -> str:
    """As kubectl shows it, roughly: ``42s``, ``12m``, ``7h``, ``12d``."""
    for size, unit in ((86400, "d"), (3600, "h"), (60, "m")):
        if seconds >= 2 * size:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def _workload(expected: Expected, one: Manifest | None, known: Known, now: datetime) -> Workload:
    if one is None:
        return Workload(expected.kind, expected.component, "", "missing", "is not there", 0, 0, (), "", (), (), (), ())
    verdict, pods = judge(one), pods_of(one, known.get("Pod", ()))
    return Workload(
        kind=expected.kind,
        component=expected.component,
        name=one["metadata"]["name"],
        state=verdict.state,
        text=verdict.text,
        ready=verdict.ready,
        wanted=verdict.wanted,
        images=_images(one),
        chart=labels(one).get("helm.sh/chart", ""),
        pods=tuple(_pod(pod, now) for pod in sorted(pods, key=lambda pod: str(pod["metadata"]["name"]))),
        autoscalers=tuple(_autoscaler(each) for each in autoscalers_of(one, known.get("HorizontalPodAutoscaler", ()))),
        budgets=tuple(_budget(each) for each in budgets_of(one, known.get("PodDisruptionBudget", ()))),
        reasons=tuple(reasons(one, pods, known.get("Event", ()))),
    )


def _images(workload: Manifest) -> tuple[str, ...]:
    spec = workload["spec"]
    template = spec["jobTemplate"]["spec"]["template"] if workload["kind"] == "CronJob" else spec["template"]
    return tuple(str(one["image"]) for one in template["spec"]["containers"])


def _pod(pod: Manifest, now: datetime) -> Pod:
    status = pod.get("status", {})
    containers = status.get("containerStatuses") or ()
    every = [*containers, *(status.get("initContainerStatuses") or ())]
    leaving = "deletionTimestamp" in pod["metadata"]
    return Pod(
        name=pod["metadata"]["name"],
        phase="Terminating" if leaving else _phase(status, every),
        ready=f"{sum(bool(one.get('ready')) for one in containers)}/{len(pod['spec']['containers'])}",
        restarts=sum(one.get("restartCount", 0) for one in every),
        node=pod["spec"].get("nodeName", ""),
        age=_seconds(pod["metadata"].get("creationTimestamp"), now),
    )


def _phase(status: Manifest, containers: Iterable[Manifest]) -> str:
    """What a container waits for says more than ``Pending`` and ``Running``."""
    waiting = [(one.get("state") or {}).get("waiting") or {} for one in containers]
    usual = ("ContainerCreating", "PodInitializing", "")
    said = [str(one["reason"]) for one in waiting if one.get("reason", "") not in usual]
    return said[0] if said else str(status.get("phase", "Unknown"))


def _autoscaler(one: Manifest) -> Autoscaler:
    spec, status = one["spec"], one.get("status", {})
    troubles = [
        condition(status, kind)
        for kind in ("AbleToScale", "ScalingActive")
        if condition(status, kind).get("status") == "False"
    ]
    return Autoscaler(
        name=one["metadata"]["name"],
        least=spec.get("minReplicas", 1),
        most=spec["maxReplicas"],
        now=status.get("currentReplicas", 0),
        wanted=status.get("desiredReplicas", 0),
        metrics=tuple(_metrics(spec.get("metrics") or (), status.get("currentMetrics") or ())),
        problem=str(troubles[0].get("message", "")) if troubles else "",
    )


def _metrics(wanted: Sequence[Manifest], current: Sequence[Manifest]) -> Iterator[str]:
    """``cpu 43%/70%``; a question mark where nothing was measured."""
    for index, one in enumerate(wanted):
        kind = str(one["type"])
        key = kind[:1].lower() + kind[1:]
        measured = current[index].get(key, {}).get("current", {}) if index < len(current) else {}
        name = one[key].get("name") or one[key].get("metric", {}).get("name", key)
        yield f"{name} {_amount(measured)}/{_amount(one[key].get('target', {}))}"


def _amount(said: Manifest) -> str:
    if "averageUtilization" in said:
        return f"{said['averageUtilization']}%"
    return str(said.get("averageValue") or said.get("value") or "?")


def _budget(one: Manifest) -> Budget:
    status = one.get("status", {})
    return Budget(
        one["metadata"]["name"],
        status.get("disruptionsAllowed", 0),
        status.get("currentHealthy", 0),
        status.get("desiredHealthy", 0),
        status.get("expectedPods", 0),
    )


def _names(one: Workload) -> Iterator[str]:
    """Of all that events may be told of."""
    yield one.name
    yield from (each.name for each in one.autoscalers)
    yield from (each.name for each in one.budgets)
    yield from (each.name for each in one.pods)


def _events(names: Sequence[str], events: Iterable[Manifest], now: datetime) -> list[Event]:
    """Warnings of the last hour, the youngest first, equal ones as one."""
    found: dict[tuple[str, str], Event] = {}
    for event in events_of(names, events):
        age = _seconds(_last(event), now)
        if event.get("type") == "Warning" and age <= RECENT.total_seconds():
            one = _event(event, age)
            before = found.get((one.reason, one.text))
            if before:
                one = Event(
                    before.about if before.age < age else one.about,
                    one.reason,
                    one.text,
                    before.times + one.times,
                    min(before.age, age),
                )
            found[one.reason, one.text] = one
    return sorted(found.values(), key=lambda one: one.age)[:MOST_EVENTS]


def _event(event: Manifest, age: int) -> Event:
    about, series = event["involvedObject"], event.get("series") or {}
    times = series.get("count") or event.get("count") or 1
    text = " ".join(str(event.get("message", "")).split())
    return Event(f"{about.get('kind', '')} {about.get('name', '')}", str(event.get("reason", "")), text, times, age)


def _last(event: Manifest) -> str | None:
    series = event.get("series") or {}
    return series.get("lastObservedTime") or event.get("lastTimestamp") or event.get("eventTime")


def _differences(release: Release, workloads: Iterable[Workload]) -> Iterator[str]:
    for expected, one in zip(release.workloads, workloads, strict=True):
        if not one.name:
            continue
        if one.chart != release.label:
            yield f"{expected} is of {one.chart or 'no chart'}, the chart on disk is {release.label}"
        if not any(_is(expected.image, image) for image in one.images):
            yield f"{expected} runs {', '.join(one.images)}, the chart on disk says {expected.image}"


def _is(stated: str, running: str) -> bool:
    """A chart that leaves the pin to whoever deploys says the repository alone."""
    return running == stated or (running.startswith((f"{stated}:", f"{stated}@")))


def _unhealthy(one: Workload) -> Iterator[str]:
    called = f"{one.kind} {one.name}" if one.name else f"{one.kind} ({one.component})"
    if one.state != "done":
        yield f"{called}: {one.text}"
        yield from (f"{called}: {reason.text}" for reason in one.reasons)
    for pod in one.pods:
        if pod.restarts > MOST_RESTARTS and pod.phase != "Succeeded":
            yield f"pod {pod.name}: {pod.restarts} restarts"
    for budget in one.budgets:
        if budget.expected and not budget.allowed:
            text = f"has no room: {budget.healthy} healthy, {budget.needed} needed, so that no node can be emptied"
            yield f"PodDisruptionBudget {budget.name}: {text}"


def _seconds(when: str | None, now: datetime) -> int:
    if not when:
        return 0
    return max(int((now - datetime.fromisoformat(when)).total_seconds()), 0)

"""Why a workload is not ready, in words: from its conditions, its pods and what was told of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from chartgen.cluster.rollout import condition, judge

Manifest = Mapping[str, Any]

Cause = Literal["image", "crash", "config", "probe", "unschedulable", "refused", "failed", "starting"]


@dataclass(frozen=True)
class Reason:
    """One thing that keeps a workload from being ready."""

    cause: Cause
    text: str
    pod: str = ""
    container: str = ""
    previous: bool = False
    """Whether it is the log of the container before the restart that tells more."""

    @property
    def has_log(self) -> bool:
        """Whether the container wrote anything that could tell more."""
        return self.cause in ("crash", "probe") and bool(self.container)


_IMAGE: Final = {"ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable"}
_CONFIG: Final = {"CreateContainerConfigError", "CreateContainerError", "RunContainerError"}
_BEFORE: Final = {"FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox"}


def reasons(workload: Manifest, pods: Iterable[Manifest], events: Sequence[Manifest]) -> list[Reason]:
    """Each thing once, what concerns the youngest pods first: an old one may have troubles of its own."""
    youngest = sorted(pods, key=lambda pod: str(pod["metadata"].get("creationTimestamp", "")), reverse=True)
    found = [
        *_of_workload(workload, len(youngest), events),
        *(reason for pod in youngest for reason in of_pod(pod, events)),
    ]
    return [*{(one.cause, one.text, one.container): one for one in reversed(found)}.values()][::-1]


def of_pod(pod: Manifest, events: Sequence[Manifest] = ()) -> Iterator[Reason]:
    """What is wrong with a pod; nothing where it is ready, ended well, or is on its way out."""
    name, status = pod["metadata"]["name"], pod.get("status", {})
    if "deletionTimestamp" in pod["metadata"] or status.get("phase") == "Succeeded":
        return
    if condition(status, "Ready").get("status") == "True":
        return
    told = [event for event in events if event.get("involvedObject", {}).get("name") == name]
    scheduled = condition(status, "PodScheduled")
    if scheduled.get("status") == "False":
        yield Reason("unschedulable", f"no node takes the pod: {scheduled.get('message', 'no reason is given')}", name)
        return
    found = [reason for one in _containers(status) if (reason := _of_container(name, pod, one, told))]
    if status.get("phase") == "Failed" and not found:
        said = ": ".join(status[key] for key in ("reason", "message") if status.get(key))
        found = [Reason("failed", f"the pod failed: {said or 'no reason is given'}", name)]
    yield from found or _before_start(name, told)


def _of_workload(workload: Manifest, pods: int, events: Sequence[Manifest]) -> Iterator[Reason]:
    """Pods that could not even be made: a quota, an admission controller, a ServiceAccount that is not there."""
    failure = condition(workload.get("status", {}), "ReplicaFailure")
    if failure.get("status") == "True":
        yield Reason("refused", _refusal(str(failure.get("message", ""))))
        return
    name = workload["metadata"]["name"]
    told = [
        event
        for event in events
        if event.get("reason") == "FailedCreate" and event.get("involvedObject", {}).get("name", "") == name
    ]
    if told and pods < judge(workload).wanted:
        yield Reason("refused", _refusal(str(told[-1].get("message", ""))))


def _refusal(message: str) -> str:
    """``pods "x" is forbidden: exceeded quota: …``, from which the pod's name is of no use."""
    said = message.partition(" is forbidden: ")[2] or message or "no reason is given"
    return f"the API server refuses its pods: {said}"


def _containers(status: Manifest) -> list[Manifest]:
    return [*(status.get("initContainerStatuses") or ()), *(status.get("containerStatuses") or ())]


def _of_container(pod: str, manifest: Manifest, one: Manifest, told: Sequence[Manifest]) -> Reason | None:
    state, name = one.get("state") or {}, one["name"]
    waiting, ended = state.get("waiting") or {}, state.get("terminated") or {}
    why, said = waiting.get("reason", ""), waiting.get("message", "")
    if why in _IMAGE:
        image = one.get("image") or _image(manifest, name)
        return Reason("image", f"the image {image} can't be pulled: {_pull(told) or said or why}", pod, name)
    if why in _CONFIG:
        return Reason("config", f"the container {name} can't be started: {said or why}", pod, name)
    if why == "CrashLoopBackOff":
        return _crashed(pod, one, (one.get("lastState") or {}).get("terminated") or {}, previous=True)
    if ended and (ended.get("exitCode") or ended.get("reason") == "OOMKilled"):
        return _crashed(pod, one, ended, previous=False)
    if "running" in state and not one.get("ready"):
        return _not_ready(pod, one, told)
    return None


def _image(pod: Manifest, container: str) -> str:
    spec = pod.get("spec", {})
    every = [*(spec.get("initContainers") or ()), *(spec.get("containers") or ())]
    return next((str(one.get("image")) for one in every if one["name"] == container), container)


def _pull(told: Sequence[Manifest]) -> str:
    """What the registry said; beside it the status has only that it is tried again later."""
    said = [str(event.get("message", "")) for event in told if event.get("reason") == "Failed"]
    return next((text for text in reversed(said) if text.startswith("Failed to pull image")), "")


def _crashed(pod: str, one: Manifest, ended: Manifest, *, previous: bool) -> Reason:
    """The number of its restarts is left out: it would make a new message of each."""
    name, code = one["name"], ended.get("exitCode")
    if ended.get("reason") == "OOMKilled":
        text = f"the container {name} was killed: it took more memory than its limit"
    else:
        text = f"the container {name} ends{f' with status {code}' if code is not None else ''}"
        text += " again and again" if previous else ""
    return Reason("crash", text, pod, name, previous)


def _not_ready(pod: str, one: Manifest, told: Sequence[Manifest]) -> Reason:
    name = one["name"]
    said = [str(event.get("message", "")) for event in told if event.get("reason") == "Unhealthy"]
    said = [text for text in said if "probe failed" in text or "probe errored" in text]
    text = said[-1][:1].lower() + said[-1][1:] if said else "a probe does not pass yet"
    return Reason("probe", f"the container {name} runs but is not ready: {text}", pod, name, previous=False)


def _before_start(pod: str, told: Sequence[Manifest]) -> Iterator[Reason]:
    """Volumes and networks, which a node needs before it starts a container."""
    said = [str(event.get("message", "")) for event in told if event.get("reason") in _BEFORE]
    if said:
        yield Reason("starting", f"the node can't start the pod: {said[-1]}", pod)

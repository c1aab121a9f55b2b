"""Why a pod is not ready, said in words."""

import pytest

from chartgen.cluster.advice import Place, next_steps
from chartgen.cluster.connection import Where
from chartgen.cluster.reasons import reasons
from tests.rollouts.objects import IMAGE, Manifest, deployment, event, pod, workload


def texts(one: Manifest, *events: Manifest) -> list[str]:
    return [reason.text for reason in reasons(deployment(3), [one], events)]


def waits(reason: str, message: str = "") -> Manifest:
    return {"waiting": {"reason": reason, "message": message}}


@pytest.mark.parametrize("reason", ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull"])
def test_an_image_that_cannot_be_pulled(reason: str) -> None:
    assert texts(pod(state=waits(reason, "not found"))) == [f"the image {IMAGE} can't be pulled: not found"]


def test_what_the_registry_said_counts_more_than_that_it_is_tried_again() -> None:
    stuck = pod(state=waits("ImagePullBackOff", "Back-off pulling image"))
    told = event("orders-1", "Failed", "Failed to pull image: 401 Unauthorized")

    assert texts(stuck, told) == [f"the image {IMAGE} can't be pulled: Failed to pull image: 401 Unauthorized"]


def test_a_container_that_crashes_again_and_again() -> None:
    crashed = pod(state=waits("CrashLoopBackOff"), last_state={"terminated": {"exitCode": 3}}, restarts=4)

    [reason] = reasons(deployment(3), [crashed], [])
    assert reason.text == "the container orders ends with status 3 again and again"
    assert (reason.pod, reason.container, reason.previous) == ("orders-1", "orders", True)
    assert reason.has_log


def test_a_container_that_just_crashed_has_its_own_log() -> None:
    [reason] = reasons(deployment(3), [pod(state={"terminated": {"exitCode": 1, "reason": "Error"}})], [])

    assert (reason.text, reason.previous) == ("the container orders ends with status 1", False)


def test_a_container_that_took_too_much_memory() -> None:
    killed = {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}

    assert texts(pod(state=waits("CrashLoopBackOff"), last_state=killed)) == [
        "the container orders was killed: it took more memory than its limit"
    ]


def test_a_secret_that_is_not_there() -> None:
    missing = waits("CreateContainerConfigError", 'secret "orders-db" not found')

    assert texts(pod(state=missing)) == ['the container orders can\'t be started: secret "orders-db" not found']


def test_a_pod_that_no_node_takes_in_the_schedulers_words() -> None:
    said = "0/3 nodes are available: 3 Insufficient cpu."
    pending = pod(conditions=[{"type": "PodScheduled", "status": "False", "message": said}], containerStatuses=[])

    assert texts(pending) == [f"no node takes the pod: {said}"]


def test_a_probe_that_fails_in_the_kubelets_words() -> None:
    told = event("orders-1", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503")

    assert texts(pod(), told) == [
        "the container orders runs but is not ready: readiness probe failed: HTTP probe failed with statuscode: 503"
    ]


def test_a_probe_that_has_not_passed_yet() -> None:
    assert texts(pod()) == ["the container orders runs but is not ready: a probe does not pass yet"]


def test_a_volume_that_cannot_be_mounted() -> None:
    told = event("orders-1", "FailedMount", 'MountVolume.SetUp failed: configmap "limits" not found')

    assert texts(pod(state=waits("ContainerCreating"), phase="Pending"), told) == [
        'the node can\'t start the pod: MountVolume.SetUp failed: configmap "limits" not found'
    ]


def test_a_pod_that_was_evicted() -> None:
    evicted = pod(phase="Failed", reason="Evicted", message="The node was low on memory.", containerStatuses=[])

    assert texts(evicted) == ["the pod failed: Evicted: The node was low on memory."]


def test_an_init_container_counts_too() -> None:
    init = {"name": "wait", "image": IMAGE, "ready": False, "state": waits("CrashLoopBackOff"), "lastState": {}}

    assert texts(pod(initContainerStatuses=[init], containerStatuses=[])) == ["the container wait ends again and again"]


@pytest.mark.parametrize(
    "one",
    [
        pod(ready=True),
        pod(phase="Succeeded", state={"terminated": {"exitCode": 0}}),
        pod(metadata={"deletionTimestamp": "2027-01-01T10:00:00Z"}),
    ],
)
def test_nothing_is_said_of_pods_that_are_well_or_leave(one: Manifest) -> None:
    assert texts(one) == []


def test_a_quota_that_is_used_up() -> None:
    said = 'pods "orders-5d" is forbidden: exceeded quota: team, requested: pods=1, used: pods=2, limited: pods=2'
    refused = deployment(3, conditions=[{"type": "ReplicaFailure", "status": "True", "message": said}])

    [reason] = reasons(refused, [], [])
    assert reason.text == (
        "the API server refuses its pods: exceeded quota: team, requested: pods=1, used: pods=2, limited: pods=2"
    )


def test_a_quota_as_a_stateful_set_is_told_of_it() -> None:
    said = 'create Pod orders-0 in StatefulSet orders failed error: pods "orders-0" is forbidden: exceeded quota: team'
    told = event("orders", "FailedCreate", said, kind="StatefulSet")

    few = workload("StatefulSet", {"replicas": 3})
    assert [one.text for one in reasons(few, [], [told])] == ["the API server refuses its pods: exceeded quota: team"]
    assert reasons(few, [pod(f"orders-{n}", ready=True) for n in range(3)], [told]) == []


def test_the_same_of_several_pods_is_said_once_and_the_youngest_comes_first() -> None:
    old = pod("orders-old", created="2027-01-01T09:00:00Z")
    new = [pod(f"orders-{n}", state=waits("ErrImagePull", "not found")) for n in range(3)]

    found = reasons(deployment(3), [old, *new], [])
    assert [one.cause for one in found] == ["image", "probe"]


def test_what_to_type_after_a_crash_is_about_the_container_before() -> None:
    crashed = pod(state=waits("CrashLoopBackOff"))
    place = Place("orders", "shop", Where(context="prod eu"))

    assert [*next_steps(place, reasons(deployment(3), [crashed], []))] == [
        "kubectl logs orders-1 -c orders --previous -n shop --context 'prod eu', to read on",
        "helm rollback orders -n shop --kube-context 'prod eu', to go back to the version before",
    ]


def test_what_to_type_where_nothing_is_known() -> None:
    place = Place("orders", "shop", Where())

    assert [*next_steps(place, [])] == ["helm rollback orders -n shop, to go back to the version before"]

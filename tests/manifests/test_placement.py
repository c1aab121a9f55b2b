"""Where pods run, in the manifests."""

from typing import Any, Literal

import pytest

from chartgen import (
    Component,
    Image,
    LabelRequirement,
    Platform,
    PodAntiAffinity,
    Resources,
    Sidecar,
    Spread,
    SpreadConstraint,
    Toleration,
)
from tests.manifests.rendering import container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm


def test_devices_and_huge_pages_are_reserved_and_allowed_alike() -> None:
    own = Resources(extended={"nvidia.com/gpu": 1}, hugepages={"2Mi": "128Mi"})
    resources = container_of(resources=own)["resources"]

    for block in ("requests", "limits"):
        assert resources[block]["nvidia.com/gpu"] == 1
        assert resources[block]["hugepages-2Mi"] == "128Mi"


def test_a_sidecar_may_have_a_device() -> None:
    image = Image(repository="ghcr.io/acme/model", tag="1.0.0")
    pod = pod_of(sidecars={"model": Sidecar(image=image, resources=Resources(extended={"nvidia.com/gpu": 1}))})

    assert pod["initContainers"][0]["resources"]["limits"]["nvidia.com/gpu"] == 1


def test_an_image_for_one_processor_asks_for_its_nodes() -> None:
    assert pod_of(arch="arm64", node_selector={"disk": "ssd"})["nodeSelector"] == {
        "disk": "ssd",
        "kubernetes.io/arch": "arm64",
    }


@pytest.mark.parametrize(
    ("cloud", "key", "value"),
    [
        ("eks", "eks.amazonaws.com/capacityType", "SPOT"),
        ("gke", "cloud.google.com/gke-spot", "true"),
        ("aks", "kubernetes.azure.com/scalesetpriority", "spot"),
        ("karpenter", "karpenter.sh/capacity-type", "spot"),
    ],
)
def test_spot_nodes_are_told_by_the_platforms_label(
    cloud: Literal["eks", "gke", "aks", "karpenter"], key: str, value: str
) -> None:
    pod = pod_of(spot="require", platform=Platform(spot=cloud))

    [term] = pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"]
    assert term["matchExpressions"] == [{"key": key, "operator": "In", "values": [value]}]
    assert pod["tolerations"] == [{"key": key, "operator": "Equal", "value": value, "effect": "NoSchedule"}]


def test_spot_nodes_are_preferred_or_avoided() -> None:
    preferring = pod_of(spot="prefer", platform=Platform(spot="aks"))
    avoiding = pod_of(spot="avoid", platform=Platform(spot="aks"))

    [term] = preferring["affinity"]["nodeAffinity"]["preferredDuringSchedulingIgnoredDuringExecution"]
    assert term["weight"] == 100
    assert len(preferring["tolerations"]) == 1
    required = avoiding["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]
    assert required["nodeSelectorTerms"][0]["matchExpressions"][0]["operator"] == "NotIn"
    assert "tolerations" not in avoiding


def test_a_toleration_that_is_stated_anyway_stands_once() -> None:
    own = Toleration(key="karpenter.sh/capacity-type", value="spot", effect="NoSchedule")
    pod = pod_of(spot="prefer", platform=Platform(spot="karpenter"), tolerations=[own])

    assert len(pod["tolerations"]) == 1


def test_a_component_runs_on_other_nodes_or_on_the_same() -> None:
    said: dict[str, Any] = {"spot": "avoid", "arch": "arm64", "platform": Platform(spot="gke")}
    components = {"same": Component(), "cheap": Component(spot="prefer")}
    found = manifests_of(components=components, **said)

    def pod(name: str) -> dict[str, Any]:
        own: dict[str, Any] = found[f"Deployment orders-api-{name}"]["spec"]["template"]["spec"]
        return own

    assert pod("same")["nodeSelector"] == pod("cheap")["nodeSelector"] == {"kubernetes.io/arch": "arm64"}
    assert "requiredDuringSchedulingIgnoredDuringExecution" in pod("same")["affinity"]["nodeAffinity"]
    assert "preferredDuringSchedulingIgnoredDuringExecution" in pod("cheap")["affinity"]["nodeAffinity"]


def test_scheduler_and_runtime_class_are_named() -> None:
    pod = pod_of(scheduler="volcano", runtime_class="gvisor")

    assert (pod["schedulerName"], pod["runtimeClassName"]) == ("volcano", "gvisor")


def test_further_spread_constraints_follow_the_zones_and_select_the_copies() -> None:
    region = SpreadConstraint(
        topology_key="topology.kubernetes.io/region",
        max_skew=2,
        mode="hard",
        min_domains=2,
        node_taints_policy="Honor",
    )
    found = manifests_of(spread=Spread(constraints={"regions": region}))["Deployment"]["spec"]
    zones, regions = found["template"]["spec"]["topologySpreadConstraints"]

    assert zones["topologyKey"] == "topology.kubernetes.io/zone"
    assert regions == {
        "topologyKey": "topology.kubernetes.io/region",
        "maxSkew": 2,
        "whenUnsatisfiable": "DoNotSchedule",
        "minDomains": 2,
        "nodeAffinityPolicy": "Honor",
        "nodeTaintsPolicy": "Honor",
        "labelSelector": {"matchLabels": found["selector"]["matchLabels"]},
        "matchLabelKeys": ["pod-template-hash"],
    }


def test_other_pods_to_keep_away_from_stand_beside_the_own_copies() -> None:
    noisy = PodAntiAffinity(app="noisy", namespaces=["a", "b"], topology_key="topology.kubernetes.io/zone", weight=7)
    batch = PodAntiAffinity(
        labels={"tier": "batch"}, expressions=[LabelRequirement(key="noisy", operator="Exists")], weight=None
    )
    away = pod_of(pod_anti_affinity=[noisy, batch])["affinity"]["podAntiAffinity"]

    own, other = away["preferredDuringSchedulingIgnoredDuringExecution"]
    assert (own["weight"], other["weight"]) == (100, 7)
    assert other["podAffinityTerm"] == {
        "labelSelector": {"matchLabels": {"app.kubernetes.io/name": "noisy"}},
        "namespaces": ["a", "b"],
        "topologyKey": "topology.kubernetes.io/zone",
    }
    [required] = away["requiredDuringSchedulingIgnoredDuringExecution"]
    assert required["labelSelector"] == {
        "matchLabels": {"tier": "batch"},
        "matchExpressions": [{"key": "noisy", "operator": "Exists"}],
    }


def test_copies_that_insist_keep_away_from_others_by_preference() -> None:
    away = pod_of(spread=Spread(hosts="hard"), pod_anti_affinity=[PodAntiAffinity(app="noisy")])["affinity"]

    required = away["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]
    preferred = away["podAntiAffinity"]["preferredDuringSchedulingIgnoredDuringExecution"]
    assert (len(required), len(preferred)) == (1, 1)

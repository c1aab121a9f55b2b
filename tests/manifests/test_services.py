"""Services: of every type, several for the same pods."""

from typing import Any

import pytest

from chartgen import Component, Port, ServiceSpec
from tests.manifests.rendering import manifests_of

pytestmark = pytest.mark.helm

PORTS = {"http": Port(port=3000), "admin": Port(port=9000, app_protocol="http")}


def spec_of(own: ServiceSpec, **said: Any) -> dict[str, Any]:
    spec: dict[str, Any] = manifests_of(ports=PORTS, services={"public": own}, **said)["Service orders-api-public"][
        "spec"
    ]
    return spec


def test_a_further_service_carries_the_ports_that_it_names() -> None:
    found = manifests_of(ports=PORTS, services={"admin": ServiceSpec(ports=["admin"])})

    spec = found["Service orders-api-admin"]["spec"]
    assert [port["name"] for port in spec["ports"]] == ["admin"]
    assert spec["selector"] == found["Service orders-api"]["spec"]["selector"]
    assert [port["name"] for port in found["Service orders-api"]["spec"]["ports"]] == ["admin", "http"]


def test_a_headless_service_leads_to_each_pod() -> None:
    spec = spec_of(ServiceSpec(headless=True, publish_not_ready_addresses=True))

    assert (spec["type"], spec["clusterIP"], spec["publishNotReadyAddresses"]) == ("ClusterIP", "None", True)


def test_ports_of_the_nodes_are_given_or_left_to_kubernetes() -> None:
    spec = spec_of(ServiceSpec(type="NodePort", node_ports={"http": 30080}, external_traffic_policy="Local"))

    ports = {port["name"]: port.get("nodePort") for port in spec["ports"]}
    assert ports == {"http": 30080, "admin": None}
    assert spec["externalTrafficPolicy"] == "Local"


def test_a_load_balancer_has_a_class_ranges_and_a_port_that_it_asks() -> None:
    spec = spec_of(
        ServiceSpec(
            type="LoadBalancer",
            load_balancer_class="service.k8s.aws/nlb",
            source_ranges=["10.0.0.0/8"],
            allocate_node_ports=False,
            external_traffic_policy="Local",
            health_check_node_port=31000,
        )
    )

    assert spec["loadBalancerClass"] == "service.k8s.aws/nlb"
    assert spec["loadBalancerSourceRanges"] == ["10.0.0.0/8"]
    assert (spec["allocateLoadBalancerNodePorts"], spec["healthCheckNodePort"]) == (False, 31000)


@pytest.mark.parametrize(
    ("cloud", "annotation"),
    [
        ("aws", ("service.beta.kubernetes.io/aws-load-balancer-scheme", "internal")),
        ("azure", ("service.beta.kubernetes.io/azure-load-balancer-internal", "true")),
        ("gcp", ("networking.gke.io/load-balancer-type", "Internal")),
    ],
)
def test_a_load_balancer_stays_inside_the_network_by_its_clouds_annotation(
    cloud: Any, annotation: tuple[str, str]
) -> None:
    own = ServiceSpec(type="LoadBalancer", internal=cloud, annotations={"a.b/c": "d"})
    found = manifests_of(services={"public": own})["Service orders-api-public"]

    assert found["metadata"]["annotations"] == {"a.b/c": "d", annotation[0]: annotation[1]}


def test_another_name_stands_for_what_is_elsewhere_without_pods() -> None:
    spec = spec_of(ServiceSpec(type="ExternalName", external_name="erp.example.com"))

    assert spec == {"type": "ExternalName", "externalName": "erp.example.com"}


def test_callers_stay_with_their_pod_and_their_zone() -> None:
    spec = spec_of(
        ServiceSpec(
            session_affinity="ClientIP",
            session_affinity_seconds=600,
            traffic_distribution="PreferClose",
            internal_traffic_policy="Local",
        )
    )

    assert spec["sessionAffinityConfig"] == {"clientIP": {"timeoutSeconds": 600}}
    assert (spec["trafficDistribution"], spec["internalTrafficPolicy"]) == ("PreferClose", "Local")


def test_a_service_has_addresses_of_both_families() -> None:
    spec = spec_of(ServiceSpec(ip_family_policy="PreferDualStack", ip_families=["IPv6", "IPv4"]))

    assert (spec["ipFamilyPolicy"], spec["ipFamilies"]) == ("PreferDualStack", ["IPv6", "IPv4"])


def test_the_workloads_own_service_may_be_of_any_type_too() -> None:
    found = manifests_of(service=ServiceSpec(type="LoadBalancer", ports=["http"]), ports=PORTS)

    spec = found["Service orders-api"]["spec"]
    assert (spec["type"], [port["name"] for port in spec["ports"]]) == ("LoadBalancer", ["http"])


def test_a_component_has_services_of_its_own() -> None:
    own = Component(ports={"grpc": 9000}, services={"each": ServiceSpec(headless=True)})
    found = manifests_of(components={"worker": own})

    spec = found["Service orders-api-worker-each"]["spec"]
    assert spec["selector"]["app.kubernetes.io/component"] == "worker"


def test_a_load_balancer_of_a_given_address() -> None:
    own = ServiceSpec(type="LoadBalancer", load_balancer_ip="203.0.113.7")

    assert manifests_of(service=own)["Service"]["spec"]["loadBalancerIP"] == "203.0.113.7"

"""Services: how others reach the pods."""

from collections.abc import Mapping

from chartgen.charting.values.container import Values, stated
from chartgen.charting.values.controllers import of_service
from chartgen.layering.facts import service_port
from chartgen.models.base import present
from chartgen.models.ports import Port, ServiceSpec
from chartgen.models.service import WorkloadSpec

_INTERNAL: Mapping[str, Values] = {
    "aws": {"service.beta.kubernetes.io/aws-load-balancer-scheme": "internal"},
    "azure": {"service.beta.kubernetes.io/azure-load-balancer-internal": "true"},
    "gcp": {"networking.gke.io/load-balancer-type": "Internal"},
}
"""The annotation by which each cloud keeps a load balancer inside the network.

Source: https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer
"""


def service(spec: WorkloadSpec) -> Values | None:
    """The workload's own Service; none without ports."""
    if not spec.ports:
        return None
    made = _service(spec, spec.service)
    return {**made, "annotations": {**of_service(spec), **made["annotations"]}}


def services(spec: WorkloadSpec) -> Values:
    """Further Services by name."""
    return {name: _service(spec, own) for name, own in sorted(spec.services.items())}


def _service(spec: WorkloadSpec, own: ServiceSpec) -> Values:
    return {
        "type": own.type,
        **stated({"headless": own.headless or None, "externalName": own.external_name}),
        "annotations": present(own.annotations) | _INTERNAL.get(own.internal or "", {}),
        "ports": _ports(spec, own),
        **stated(
            {
                "loadBalancerClass": own.load_balancer_class,
                "loadBalancerIP": own.load_balancer_ip,
                "loadBalancerSourceRanges": list(own.source_ranges),
                "allocateLoadBalancerNodePorts": own.allocate_node_ports,
                "healthCheckNodePort": own.health_check_node_port,
                "externalTrafficPolicy": own.external_traffic_policy,
                "publishNotReadyAddresses": own.publish_not_ready_addresses or None,
                "internalTrafficPolicy": own.internal_traffic_policy,
                "externalIPs": list(own.external_ips),
                "trafficDistribution": own.traffic_distribution,
                "sessionAffinity": own.session_affinity,
                "sessionAffinitySeconds": own.session_affinity_seconds,
                "ipFamilyPolicy": own.ip_family_policy,
                "ipFamilies": list(own.ip_families),
            }
        ),
    }


def _ports(spec: WorkloadSpec, own: ServiceSpec) -> Values:
    if own.type == "ExternalName":
        return {}
    names = spec.ports if own.ports is None else own.ports
    return {name: _port(name, spec.ports[name], own) for name in spec.ports if name in names}


def _port(name: str, port: Port, own: ServiceSpec) -> Values:
    return stated(
        {
            "port": service_port(name, port),
            "targetPort": name,
            "protocol": port.protocol,
            "appProtocol": port.app_protocol,
            "nodePort": own.node_ports.get(name),
        }
    )

"""The VerticalPodAutoscaler, in its own shape."""

from chartgen.charting.values.container import Values, stated
from chartgen.models.service import WorkloadSpec
from chartgen.models.vertical import ContainerPolicy


def vpa(spec: WorkloadSpec) -> Values | None:
    """It is switched on; all containers come last, as the one policy that has no name of its own."""
    own = spec.vpa
    if own is None:
        return None
    named = [_policy(name, one) for name, one in sorted(own.containers.items()) if one]
    return stated(
        {
            "enabled": True,
            "updateMode": own.mode,
            "minReplicas": own.min_replicas,
            "containerPolicies": [*named, _policy("*", own.policy)],
        }
    )


def _policy(name: str, policy: ContainerPolicy) -> Values:
    if policy.mode == "Off":
        return {"containerName": name, "mode": "Off"}
    return stated(
        {
            "containerName": name,
            "mode": policy.mode,
            "minAllowed": stated({"cpu": policy.min_cpu, "memory": policy.min_memory}) or None,
            "maxAllowed": stated({"cpu": policy.max_cpu, "memory": policy.max_memory}) or None,
            "controlledResources": list(dict.fromkeys(policy.controlled_resources)),
            "controlledValues": policy.controlled_values,
        }
    )

"""What the pod reads beside its containers: security, scheduling, DNS, volumes."""

from chartgen.charting.values.container import Values, of_the_kernel, seccomp_profile, stated
from chartgen.charting.values.placement import spot_toleration
from chartgen.layering.facts import fs_group
from chartgen.models.base import present
from chartgen.models.service import Spec, WorkloadSpec


def security_context(spec: WorkloadSpec) -> Values:
    """The pod's security settings; the policy for its group's files only beside the group."""
    own, group = spec.pod_security_context, fs_group(spec)
    return stated(
        {
            "runAsNonRoot": own.run_as_non_root,
            "runAsUser": own.run_as_user,
            "runAsGroup": own.run_as_group,
            "fsGroup": group,
            "fsGroupChangePolicy": own.fs_group_change_policy if group is not None else None,
            "supplementalGroups": list(own.supplemental_groups),
            "seccompProfile": seccomp_profile(own.seccomp),
            **of_the_kernel(own),
            "sysctls": [{"name": name, "value": value} for name, value in sorted(present(own.sysctls).items())],
        }
    )


def tolerations(spec: WorkloadSpec, service: Spec) -> list[Values]:
    """Taints that are tolerated; all of them by a DaemonSet that is meant for every node."""
    if spec.kind == "DaemonSet" and spec.daemon_set.every_node:
        return [{"operator": "Exists"}]
    own = [
        stated(
            {
                "key": one.key,
                "operator": one.operator,
                "value": one.value,
                "effect": one.effect,
                "tolerationSeconds": one.toleration_seconds,
            }
        )
        for one in spec.tolerations
    ]
    return own + [one for one in spot_toleration(spec, service) if one not in own]


def dns_config(spec: WorkloadSpec) -> Values:
    """What is added to resolv.conf."""
    dns = spec.dns
    options = [stated({"name": option.name, "value": option.value}) for option in dns.options]
    return stated({"nameservers": list(dns.nameservers), "searches": list(dns.searches), "options": options})


def dns_policy(spec: WorkloadSpec) -> str:
    """How names are resolved; on the node's network, the cluster's DNS has to be asked for."""
    on_node = spec.host is not None and spec.host.network
    return spec.dns.policy or ("ClusterFirstWithHostNet" if on_node else "")


def names_and_namespaces(spec: WorkloadSpec) -> Values:
    """What the pod is called, what it calls others, and what it shares with the node; absent where not stated."""
    host = spec.host
    return {
        "hostname": spec.hostname,
        "subdomain": spec.subdomain,
        "setHostnameAsFQDN": spec.set_hostname_as_fqdn or None,
        "hostAliases": {address: list(names) for address, names in sorted(spec.host_aliases.items())} or None,
        "hostNetwork": (host and host.network) or None,
        "hostPID": (host and host.pid) or None,
        "hostIPC": (host and host.ipc) or None,
        "hostUsers": spec.host_users,
        "shareProcessNamespace": spec.share_process_namespace or None,
        "readinessGates": [{"conditionType": one} for one in spec.readiness_gates] or None,
        "schedulingGates": [{"name": one} for one in spec.scheduling_gates] or None,
    }

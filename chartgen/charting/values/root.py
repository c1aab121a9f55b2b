"""The whole values of one environment."""

from collections.abc import Sequence
from typing import Any

from chartgen.charting.values import container, pod, traffic
from chartgen.charting.values.container import Values, stated
from chartgen.charting.values_facts import properties
from chartgen.layering.facts import floor, main_port
from chartgen.models.scaling import Autoscaling, DisruptionBudget, ScalingRules
from chartgen.models.service import Spec


def values(spec: Spec) -> Values:
    """Complete values, in the order of ``values_models.root``; sections that the environment lacks are absent."""
    main_ingress, ingresses = traffic.main_and_others(spec, traffic.ingresses(spec))
    main_http_route, http_routes = traffic.main_and_others(spec, traffic.http_routes(spec))
    sections = {
        "environment": spec.environment or "",
        "replicaCount": spec.replicas,
        "image": _image(spec),
        "imagePullSecrets": [{"name": name} for name in spec.image.pull_secrets],
        "fullnameOverride": (spec.identity and spec.identity.name) or "",
        "identity": _identity(spec),
        "commonLabels": _labels(spec),
        "commonAnnotations": _annotations(spec),
        "podLabels": {key: label.value for key, label in sorted(spec.labels.items()) if label.pods},
        "podAnnotations": _pod_annotations(spec),
        "command": list(spec.command or ()),
        "args": list(spec.args or ()),
        "workingDir": spec.working_dir or "",
        "env": container.env(spec),
        "envFrom": container.env_from(spec.env_from),
        "config": dict(sorted(spec.config.items())) or None,
        "configFiles": _config_files(spec),
        "service": traffic.service(spec),
        "containerPorts": container.container_ports(spec),
        "readinessProbe": container.readiness(spec),
        "livenessProbe": container.liveness(spec),
        "startupProbe": container.startup(spec),
        "terminationGracePeriodSeconds": container.termination_grace_period(spec),
        "lifecycle": container.lifecycle(spec),
        "resources": container.resources(spec),
        "autoscaling": _autoscaling(spec.autoscaling) if spec.autoscaling else None,
        "podDisruptionBudget": _budget(spec, spec.disruption_budget) if spec.disruption_budget else None,
        "strategy": _strategy(spec),
        "minReadySeconds": spec.rollout.min_ready_seconds,
        "progressDeadlineSeconds": spec.rollout.progress_deadline_seconds,
        "revisionHistoryLimit": spec.rollout.revision_history_limit,
        "serviceAccount": _service_account(spec),
        "podSecurityContext": pod.security_context(spec.pod_security_context),
        "securityContext": container.security_context(spec.security_context),
        "spread": pod.spread(spec),
        "affinity": pod.affinity(spec),
        "nodeSelector": dict(sorted(spec.node_selector.items())),
        "tolerations": pod.tolerations(spec.tolerations),
        "priorityClassName": spec.priority_class or "",
        "volumes": pod.volumes(spec),
        "volumeMounts": container.volume_mounts(spec),
        "enableServiceLinks": spec.enable_service_links,
        "dnsPolicy": spec.dns.policy or "",
        "dnsConfig": pod.dns_config(spec),
        "terminationMessagePolicy": spec.termination_message_policy or "",
        "ingress": main_ingress,
        "extraIngresses": ingresses or None,
        "httpRoute": main_http_route,
        "extraHttpRoutes": http_routes or None,
        "networkPolicy": traffic.network_policy(spec),
        "connectionTest": traffic.connection_test(spec),
    }
    return {key: value for key, value in sections.items() if value is not None}


def complete(everywhere: Sequence[Values]) -> list[Values]:
    """The values of all environments with toggled sections complete in each: switched off where one lacks them."""
    switched = {key: off for key in _TOGGLED if (off := _switched_off(key, everywhere))}
    return [_ordered({**switched, **own}) for own in everywhere]


_TOGGLED = ("autoscaling", "podDisruptionBudget", "ingress", "httpRoute", "networkPolicy")


def _switched_off(key: str, everywhere: Sequence[Values]) -> Values | None:
    """The section of the first environment that has it, switched off; an autoscaler's with its defaults."""
    section = next((own[key] for own in everywhere if key in own), None)
    if section is None:
        return None
    whole = _autoscaling(Autoscaling()) if key == "autoscaling" else section
    return {**whole, "enabled": False}


def _ordered(own: Values) -> Values:
    return {key: own[key] for key in properties() if key in own}


def _image(spec: Spec) -> Values:
    pinned_here = spec.image.set_by == "service"
    return {
        "repository": spec.image.repository,
        "tag": (spec.image.tag or "") if pinned_here else "",
        "digest": (spec.image.digest or "") if pinned_here else "",
        "pullPolicy": spec.image.pull_policy,
    }


def _identity(spec: Spec) -> Values | None:
    identity = spec.identity
    if identity is None or not (identity.selector or identity.container or identity.objects):
        return None
    return {
        "selector": dict(identity.selector),
        "container": identity.container or "",
        "objects": dict(sorted(identity.objects.items())),
    }


def _labels(spec: Spec) -> Values:
    owner = {"owner": spec.owner} if spec.owner else {}
    return dict(sorted({**owner, **{key: label.value for key, label in spec.labels.items()}}.items()))


def _annotations(spec: Spec) -> Values:
    return {key: note.value for key, note in sorted(spec.annotations.items())}


def _pod_annotations(spec: Spec) -> Values:
    own = {key: note.value for key, note in spec.annotations.items() if note.pods}
    return dict(sorted({**own, **_scraping(spec)}.items()))


def _scraping(spec: Spec) -> Values:
    if spec.prometheus is None:
        return {}
    name = spec.prometheus.port or main_port(spec, "metrics") or ""
    return {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": str(spec.ports[name].port),
        "prometheus.io/path": spec.prometheus.path,
    }


def _config_files(spec: Spec) -> Values | None:
    return {
        name: {"content": file.content, "mountPath": file.mount_path}
        for name, file in sorted(spec.config_files.items())
    } or None


def _autoscaling(scaling: Autoscaling) -> Values:
    return stated(
        {
            "enabled": True,
            "minReplicas": scaling.min_replicas,
            "maxReplicas": scaling.max_replicas,
            "targetCPUUtilizationPercentage": scaling.cpu,
            "targetMemoryUtilizationPercentage": scaling.memory,
            "behavior": {"scaleUp": _rules(scaling.scale_up), "scaleDown": _rules(scaling.scale_down)},
        }
    )


def _rules(rules: ScalingRules) -> Values:
    return {
        "stabilizationWindowSeconds": rules.stabilization_window_seconds,
        "selectPolicy": rules.select_policy,
        "policies": [
            {"type": policy.type, "value": policy.value, "periodSeconds": policy.period_seconds}
            for policy in rules.policies
        ],
    }


def _budget(spec: Spec, budget: DisruptionBudget) -> Values:
    """On where two copies or more always run; one evictable pod at a time where nothing is said."""
    most: Any = budget.max_unavailable
    if most is None and budget.min_available is None:
        most = 1
    return stated(
        {
            "enabled": floor(spec) >= 2,
            "maxUnavailable": most,
            "minAvailable": budget.min_available,
            "unhealthyPodEvictionPolicy": budget.unhealthy_pod_eviction_policy,
        }
    )


def _strategy(spec: Spec) -> Values:
    rollout = spec.rollout
    if rollout.strategy == "Recreate":
        return {"type": "Recreate"}
    update = {"maxSurge": rollout.max_surge, "maxUnavailable": rollout.max_unavailable}
    return {"type": "RollingUpdate", "rollingUpdate": update}


def _service_account(spec: Spec) -> Values:
    account = spec.service_account
    return {
        "create": account.create,
        "automount": account.automount_token,
        "annotations": traffic.present(account.annotations),
        "name": account.name or "",
    }

"""The whole values of one environment."""

from collections.abc import Mapping, Sequence

from chartgen.charting.values import (
    access,
    alerts,
    certificates,
    configuration,
    container,
    helm_tests,
    istio,
    istio_auth,
    istio_gateways,
    monitoring,
    openshift,
    placement,
    pod,
    policy,
    routes,
    services,
    storage,
    traefik,
    traffic,
)
from chartgen.charting.values.container import Values
from chartgen.charting.values.keda import keda, scaled_job
from chartgen.charting.values.vertical import vpa
from chartgen.charting.values.workload import autoscaling, copies, of_kind
from chartgen.charting.values_facts import properties
from chartgen.layering.facts import grace_seconds, main_port
from chartgen.layering.kinds import COPIES, LASTING
from chartgen.models.service import AutoscalingSpec, Spec, WorkloadSpec

SHARED = (
    "image",
    "imagePullSecrets",
    "podLabels",
    "podAnnotations",
    "env",
    "envFrom",
    "config",
    "configFiles",
    "serviceAccount",
)
"""Sections that a component's values lack where they are the main workload's: a ``--set`` then reaches both."""


def values(spec: Spec) -> Values:
    """Complete values, in the order of ``values_models.root``; sections that the environment lacks are absent."""
    main_ingress, ingresses = routes.main_and_others(spec, routes.ingresses(spec))
    main_http_route, http_routes = routes.main_and_others(spec, routes.http_routes(spec))
    main_grpc_route, grpc_routes = routes.main_and_others(spec, routes.grpc_routes(spec))
    main = _workload(spec, spec)
    sections = {
        "environment": spec.environment or "",
        "commonLabels": _labels(spec),
        "commonAnnotations": _annotations(spec),
        **main,
        "fullnameOverride": (spec.identity and spec.identity.name) or "",
        "configMaps": configuration.config_maps(spec),
        "externalSecrets": configuration.external_secrets(spec),
        "sealedSecrets": configuration.sealed_secrets(spec),
        "ingress": main_ingress,
        "extraIngresses": ingresses or None,
        "httpRoute": main_http_route,
        "extraHttpRoutes": http_routes or None,
        "grpcRoute": main_grpc_route,
        "extraGrpcRoutes": grpc_routes or None,
        "certificates": certificates.certificates(spec) or None,
        "virtualServices": istio.virtual_services(spec) or None,
        "destinationRules": istio.destination_rules(spec) or None,
        "istioGateways": istio_gateways.istio_gateways(spec) or None,
        "authorizationPolicies": istio_auth.authorization_policies(spec) or None,
        "peerAuthentications": istio_auth.peer_authentications(spec) or None,
        "requestAuthentications": istio_auth.request_authentications(spec) or None,
        "openshiftRoutes": openshift.openshift_routes(spec) or None,
        "traefikMiddlewares": traefik.traefik_middlewares(spec) or None,
        "ingressRoutes": traefik.ingress_routes(spec) or None,
        "connectionTest": traffic.connection_test(spec),
        "tests": helm_tests.tests(spec),
        "dashboards": monitoring.dashboards(spec),
        "extraManifests": {name: dict(one) for name, one in sorted(spec.manifests.items())} or None,
        "components": {name: _component(spec, main, one) for name, one in spec.components.items()} or None,
    }
    return _ordered(sections)


def complete(everywhere: Sequence[Values]) -> list[Values]:
    """The values of all environments with toggled sections complete in each: switched off where one lacks them."""
    names = dict.fromkeys(name for own in everywhere for name in own.get("components", {}))
    toggled = _toggled(everywhere)
    if not names:
        return toggled
    return [_ordered({**own, "components": _components(names, index, everywhere)}) for index, own in enumerate(toggled)]


_TOGGLED = (
    "autoscaling",
    "keda",
    "vpa",
    "podDisruptionBudget",
    "ingress",
    "httpRoute",
    "grpcRoute",
    "networkPolicy",
    "serviceMonitor",
    "podMonitor",
)


def _toggled(everywhere: Sequence[Values]) -> list[Values]:
    switched = {key: off for key in _TOGGLED if (off := _switched_off(key, everywhere))}
    return [_ordered({**switched, **own}) for own in everywhere]


def _components(names: Mapping[str, None], index: int, everywhere: Sequence[Values]) -> Values:
    """The components of one environment; one that it lacks is absent."""
    mine = everywhere[index].get("components", {})
    having = {
        name: [own["components"][name] for own in everywhere if name in own.get("components", {})] for name in names
    }
    return {
        name: _toggled([_alike(mine[name], everywhere[index], having[name]), *having[name]])[0]
        for name in names
        if name in mine
    }


def _alike(own: Values, main: Values, everywhere: Sequence[Values]) -> Values:
    """A component that has a section of its own in one environment has it in all."""
    apart = {key: main.get(key, {}) for key in SHARED if key not in own and any(key in one for one in everywhere)}
    if "serviceAccount" in apart:
        apart |= {"serviceAccount": access.own_account(main["serviceAccount"], main["serviceAccount"])}
        apart |= {"rbac": main["rbac"]} if "rbac" in main else {}
    return {**own, **apart}


def _switched_off(key: str, everywhere: Sequence[Values]) -> Values | None:
    """The section of the first environment that has it, switched off; an autoscaler's with its defaults."""
    section = next((own[key] for own in everywhere if key in own), None)
    if section is None:
        return None
    whole = autoscaling(AutoscalingSpec()) if key == "autoscaling" else section
    return {**whole, "enabled": False}


def _ordered(own: Values) -> Values:
    return {key: own[key] for key in properties() if own.get(key) is not None}


def _workload(spec: WorkloadSpec, service: Spec) -> Values:
    """The sections that every workload has, and those of its kind."""
    return {
        **copies(spec),
        "keda": keda(spec, service),
        "vpa": vpa(spec),
        "scaledJob": scaled_job(spec, service),
        "image": container.image(spec.image),
        "imagePullSecrets": [{"name": name} for name in _pull_secrets(spec)],
        "identity": _identity(spec),
        "podLabels": _pod_labels(spec, service),
        "podAnnotations": _pod_annotations(spec, service),
        "command": list(spec.command or ()),
        "args": list(spec.args or ()),
        "workingDir": spec.working_dir or "",
        "env": container.env(spec),
        "envFrom": container.env_from(spec.env_from),
        "config": dict(sorted(spec.config.items())) or None,
        "configFiles": configuration.config_files(spec),
        "reads": configuration.reads(spec),
        "reloader": spec.reloader or None if spec.kind in LASTING else None,
        **(_lasting(spec) if spec.kind in LASTING else {}),
        "terminationGracePeriodSeconds": grace_seconds(spec),
        "resources": container.resources(spec),
        **of_kind(spec),
        "sidecars": {name: container.further(one) for name, one in spec.sidecars.items()} or None,
        "initContainers": [{"name": name, **container.further(one)} for name, one in spec.init_containers.items()]
        or None,
        "serviceAccount": access.service_account(spec),
        "rbac": access.rbac(spec),
        "podSecurityContext": pod.security_context(spec),
        "securityContext": container.security_context(spec.security_context),
        "spread": placement.spread(spec) if spec.kind in COPIES else None,
        "affinity": placement.affinity(spec, service),
        "nodeSelector": placement.node_selector(spec),
        "tolerations": pod.tolerations(spec, service),
        "schedulerName": spec.scheduler or "",
        "runtimeClassName": spec.runtime_class or "",
        "priorityClassName": spec.priority_class or "",
        "persistentVolumeClaims": storage.claims(spec) or None,
        "secretProviders": storage.secret_providers(spec) or None,
        "volumes": storage.volumes(spec),
        "volumeMounts": container.volume_mounts(spec),
        "volumeDevices": container.volume_devices(spec) or None,
        "enableServiceLinks": spec.enable_service_links,
        "dnsPolicy": pod.dns_policy(spec),
        "dnsConfig": pod.dns_config(spec),
        "terminationMessagePolicy": spec.termination_message_policy or "",
        **container.terminal(spec),
        **pod.names_and_namespaces(spec),
        "networkPolicy": policy.network_policy(spec, service),
        **monitoring.monitors(spec, service.platform),
        "prometheusRule": alerts.prometheus_rule(spec, service.platform),
        "containerExtra": dict(spec.container_extra) or None,
        "podExtra": dict(spec.pod_extra) or None,
        "patches": {key: dict(patch) for key, patch in sorted(spec.patches.items()) if patch} or None,
    }


def _lasting(spec: WorkloadSpec) -> Values:
    """Ports, probes and hooks of what runs until it is stopped."""
    return {
        "service": services.service(spec),
        "services": services.services(spec) or None,
        "containerPorts": container.container_ports(spec),
        "readinessProbe": container.readiness(spec),
        "livenessProbe": container.liveness(spec),
        "startupProbe": container.startup(spec),
        "lifecycle": container.lifecycle(spec, spec.shutdown.drain_seconds),
        "resizePolicy": container.resize_policy(spec) or None,
    }


def _component(service: Spec, main: Values, spec: WorkloadSpec) -> Values:
    """A component's sections, without what it shares with the main workload; ``{}`` takes an inherited section back."""
    own = _workload(spec, service)
    if spec.identity and spec.identity.name:
        own["fullnameOverride"] = spec.identity.name
    account = own["serviceAccount"]
    alone = account != main["serviceAccount"] or own["rbac"] != main["rbac"] or bool(own.get("hook"))
    for key in SHARED:
        if own[key] == main[key]:
            del own[key]
        elif own[key] is None:
            own[key] = {}
    if alone:
        own["serviceAccount"] = access.own_account(account, main["serviceAccount"])
    else:
        own["rbac"] = None
    return _ordered(own)


def _pull_secrets(spec: WorkloadSpec) -> list[str]:
    """Of all the pod's images, each once."""
    further = [one.image for one in (*spec.sidecars.values(), *spec.init_containers.values()) if one.image]
    return list(dict.fromkeys(name for image in (spec.image, *further) for name in image.pull_secrets))


def _identity(spec: WorkloadSpec) -> Values | None:
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


def _pod_labels(spec: WorkloadSpec, service: Spec) -> Values:
    own = {key: label.value for key, label in service.labels.items() if label.pods}
    return dict(sorted({**access.pod_labels(spec), **own}.items()))


def _pod_annotations(spec: WorkloadSpec, service: Spec) -> Values:
    own = {key: note.value for key, note in service.annotations.items() if note.pods}
    return dict(sorted({**own, **_scraping(spec)}.items()))


def _scraping(spec: WorkloadSpec) -> Values:
    if spec.prometheus is None:
        return {}
    name = spec.prometheus.port or main_port(spec, "metrics") or ""
    return {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": str(spec.ports[name].port),
        "prometheus.io/path": spec.prometheus.path,
    }

"""What Kubernetes, Helm or the disk cannot take, asked of the merged whole: a rule reads as a sentence."""

from collections.abc import Callable, Iterator

from chartgen.layering.components import workloads
from chartgen.layering.kinds import LASTING
from chartgen.layering.problem import Problem
from chartgen.layering.rules import (
    access,
    alerts,
    certificates,
    configuration,
    container,
    dashboards,
    dependencies,
    devices,
    gateway,
    helm_tests,
    host,
    istio,
    istio_gateways,
    jobs,
    keda,
    kinds,
    metadata,
    monitoring,
    network,
    openshift,
    placement,
    pod,
    policy,
    raw,
    routes,
    scaling,
    secrets,
    services,
    storage,
    vertical,
    workload,
)
from chartgen.models.service import ContainerSpec, RunningSpec, SidecarSpec, Spec, WorkloadSpec

CONTAINER_RULES: tuple[Callable[[ContainerSpec], Iterator[Problem]], ...] = (
    container.variable_has_one_source,
    container.reference_resolves,
    container.env_from_has_one_source,
    configuration.key_has_one_object,
    workload.image_is_pinned,
    workload.request_is_within_limit,
    pod.privileges_agree,
    host.privilege_has_a_reason,
    host.standard_input_is_open,
    raw.container_extra_is_beside,
    placement.devices_are_reserved,
)
"""Asked of each container of each workload."""

RUNNING_RULES: tuple[Callable[[RunningSpec], Iterator[Problem]], ...] = (
    container.probe_has_one_handler,
    container.probe_port_exists,
    container.only_readiness_counts_successes,
    container.hook_has_one_action,
)
"""Asked of each container that runs as long as its pod."""

WORKLOAD_RULES: tuple[Callable[[WorkloadSpec], Iterator[Problem]], ...] = (
    kinds.field_goes_with_kind,
    kinds.cron_job_has_a_schedule,
    kinds.indexed_job_has_completions,
    kinds.failure_has_one_condition,
    jobs.numbers_go_with_an_indexed_job,
    jobs.failed_numbers_are_counted,
    jobs.success_can_be_had,
    jobs.replaced_pods_have_failed,
    kinds.daemon_set_moves,
    kinds.partition_is_rolled,
    scaling.autoscaling_range,
    scaling.autoscaling_has_a_metric,
    scaling.metric_has_one_target,
    scaling.scaled_sidecar_exists,
    placement.other_pods_are_told,
    placement.constraints_differ,
    placement.processor_is_said_once,
    vertical.bounds_leave_room,
    vertical.one_scaler_looks_at_a_resource,
    keda.copies_have_one_owner,
    keda.keda_range,
    keda.jobs_by_events_are_no_hook,
    keda.jobs_are_started_from_outside,
    keda.keda_looks_at_something,
    keda.trigger_is_complete,
    keda.trigger_logs_in,
    workload.rollout_moves,
    workload.rollout_has_time,
    workload.drain_ends_before_the_pod,
    workload.budget_has_one_field,
    workload.budget_leaves_room,
    container.variable_is_stated_once,
    configuration.file_is_stated_once,
    configuration.config_fits_an_object,
    configuration.volume_has_one_object,
    container.ports_differ,
    container.port_names_differ,
    services.field_goes_with_type,
    services.type_has_what_it_needs,
    services.service_port_exists,
    services.source_range_is_a_block,
    services.outside_address_is_one,
    services.service_name_is_free,
    storage.volume_has_one_source,
    storage.volume_is_mounted,
    storage.disk_has_one_holder,
    storage.claim_can_be_had,
    storage.hook_has_no_disk,
    storage.projection_has_one_source,
    storage.mount_has_one_sub_path,
    devices.device_is_a_disks,
    devices.device_volume_exists,
    devices.copied_disk_is_told,
    devices.network_disk_is_whole,
    devices.trust_bundle_is_told,
    devices.read_only_goes_down,
    pod.volume_names_differ,
    pod.mounted_volume_exists,
    pod.mount_paths_differ,
    pod.container_names_differ,
    pod.paths_stay_inside,
    pod.toleration_is_complete,
    pod.requirement_is_complete,
    pod.user_is_not_root,
    pod.profile_is_named,
    host.host_access_says_what,
    host.users_are_the_pods,
    host.gates_differ,
    host.resized_container_can_restart,
    host.host_port_is_the_containers,
    host.host_address_is_one,
    host.kernel_parameter_is_the_pods,
    pod.dns_has_a_server,
    pod.name_servers_are_addresses,
    network.scraped_port_exists,
    policy.peers_are_whole,
    monitoring.monitor_finds_ports,
    monitoring.target_labels_go_with_a_service,
    monitoring.scrape_is_whole,
    alerts.expression_is_closed,
    alerts.alert_names_differ,
    alerts.labels_are_no_names,
    alerts.rules_are_evaluated,
    access.account_is_made,
    access.grants_are_possible,
    access.bindings_are_possible,
    metadata.identity_kind_is_made,
    metadata.stated_name_fits_kind,
    metadata.job_has_a_name_for_each_pod,
    raw.pod_extra_is_beside,
    raw.patch_is_beside,
)
"""Asked of each workload of a service: the main one and its components."""

SERVICE_RULES: tuple[Callable[[Spec], Iterator[Problem]], ...] = (
    kinds.component_name_is_free,
    jobs.failed_container_exists,
    services.node_ports_differ,
    services.service_names_differ,
    storage.claim_names_differ,
    configuration.entry_is_stated_once,
    configuration.config_maps_fit_objects,
    configuration.config_map_has_a_name_of_its_own,
    configuration.own_name_is_no_components,
    secrets.certificate_is_made_once,
    configuration.own_object_exists,
    configuration.variables_are_texts,
    configuration.hook_can_have_its_own,
    secrets.external_secret_has_data,
    secrets.sealed_secret_is_sealed,
    secrets.secret_type_has_its_keys,
    secrets.secret_names_differ,
    network.tested_port_exists,
    routes.target_exists,
    routes.route_is_exposed,
    routes.route_is_said_one_way,
    routes.routes_differ,
    routes.path_is_one,
    routes.ingress_can_carry,
    routes.tls_has_hosts,
    routes.controllers_agree,
    routes.settings_are_complete,
    routes.class_is_no_annotation,
    gateway.weights_leave_a_backend,
    gateway.route_fits_its_object,
    gateway.redirect_stands_alone,
    gateway.header_is_named_once,
    gateway.entries_differ,
    gateway.timeouts_nest,
    gateway.call_is_one,
    gateway.parents_differ,
    certificates.certificate_is_for_something,
    certificates.certificate_is_valid,
    certificates.certificates_differ,
    istio.destination_exists,
    istio.virtual_service_leads_somewhere,
    istio.virtual_service_matches,
    istio.traffic_policy_is_complete,
    istio_gateways.gateway_opens_a_port,
    istio_gateways.gateway_tls_fits,
    openshift.openshift_target_exists,
    openshift.openshift_backends_differ,
    openshift.openshift_weights_leave_a_backend,
    openshift.openshift_tls_fits,
    placement.spot_nodes_are_known,
    policy.peer_port_exists,
    policy.neighbour_exists,
    policy.platform_peers_are_whole,
    helm_tests.test_has_one_task,
    configuration.key_of_a_test_has_one_object,
    dashboards.dashboard_is_json,
    dashboards.dashboards_fit_an_object,
    metadata.label_is_not_reserved,
    metadata.owner_is_stated_once,
    metadata.annotations_fit,
    raw.manifest_is_whole,
    raw.manifests_differ,
    dependencies.dependency_is_switched_once,
    dependencies.dependency_tags_differ,
)
"""Asked of the service as a whole."""


def broken(spec: Spec) -> Iterator[Problem]:
    """Everything that Kubernetes, Helm or the disk could not take of a service."""
    for at, one in workloads(spec):
        yield from (problem.inside(at) for problem in _of_workload(one))
    for rule in SERVICE_RULES:
        yield from rule(spec)


def _of_workload(spec: WorkloadSpec) -> Iterator[Problem]:
    for rule in WORKLOAD_RULES:
        yield from rule(spec)
    yield from _of_container(spec)
    for at, container_ in pod.further_containers(spec):
        yield from (problem.inside(at) for problem in _of_container(container_))


def _of_container(spec: ContainerSpec) -> Iterator[Problem]:
    for rule in CONTAINER_RULES:
        yield from rule(spec)
    if isinstance(spec, SidecarSpec) or (isinstance(spec, WorkloadSpec) and spec.kind in LASTING):
        for running_rule in RUNNING_RULES:
            yield from running_rule(spec)

"""What Kubernetes, Helm or the disk cannot take, asked of the merged whole: a rule reads as a sentence."""

from collections.abc import Callable, Iterator

from chartgen.layering.problem import Problem
from chartgen.layering.rules import container, metadata, network, pod, workload
from chartgen.models.service import Spec

Rule = Callable[[Spec], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    workload.image_is_pinned,
    workload.autoscaling_range,
    workload.autoscaling_has_a_metric,
    workload.rollout_moves,
    workload.budget_has_one_field,
    workload.budget_leaves_room,
    workload.request_is_within_limit,
    container.variable_has_one_source,
    container.reference_resolves,
    container.variable_is_stated_once,
    container.env_from_has_one_source,
    container.config_fits_an_object,
    container.ports_differ,
    container.probe_has_one_handler,
    container.probe_port_exists,
    container.only_readiness_counts_successes,
    container.hook_has_one_action,
    pod.volume_has_one_source,
    pod.mount_paths_differ,
    pod.paths_stay_inside,
    pod.toleration_is_complete,
    pod.requirement_is_complete,
    pod.user_is_not_root,
    pod.privileges_agree,
    pod.seccomp_profile_is_named,
    pod.dns_has_a_server,
    network.port_exists,
    network.route_is_exposed,
    network.routes_differ,
    network.peer_port_exists,
    network.block_is_one,
    metadata.label_is_not_reserved,
    metadata.owner_is_stated_once,
    metadata.annotations_fit,
    metadata.identity_kind_is_made,
)

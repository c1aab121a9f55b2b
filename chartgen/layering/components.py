"""The workloads of a service: the main one and its components, and what a component inherits."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from chartgen.layering.merge import overlay
from chartgen.layering.problem import Problem
from chartgen.models.service import Spec, WorkloadSpec
from chartgen.project.shapes import FieldPath

INHERITED = (
    "image",
    "working_dir",
    "env",
    "env_from",
    "config",
    "config_files",
    "security_context",
    "pod_security_context",
    "network_policy",
    "termination_message_policy",
    "termination_message_path",
    "tmp",
    "service_account",
    "grants",
    "bindings",
    "node_selector",
    "node_requirements",
    "pod_affinity",
    "pod_anti_affinity",
    "arch",
    "spot",
    "scheduler",
    "runtime_class",
    "tolerations",
    "priority_class",
    "dns",
    "host_aliases",
    "host_users",
    "enable_service_links",
)
"""What a component takes from the main workload, where it says nothing itself."""


def with_components(merged: Mapping[str, Any]) -> dict[str, Any]:
    """What the layers say together, each component laid over what it inherits."""
    said = merged.get("components")
    if not said:
        return dict(merged)
    below = {name: merged[name] for name in INHERITED if name in merged}
    whole = {name: component and overlay(below, component) for name, component in said.items()}
    whole |= {name: below for name, component in said.items() if component == {}}
    return {**merged, "components": whole}


def workloads(spec: Spec) -> Iterator[tuple[FieldPath, WorkloadSpec]]:
    """Every workload of a service, and where it stands: the main one first."""
    yield (), spec
    for name, component in spec.components.items():
        yield ("components", name), component


def inherited_from(path: FieldPath) -> FieldPath | None:
    """The main workload's field that a component's field inherits; None where it is the component's own."""
    return path[2:] if len(path) > 2 and path[0] == "components" and path[2] in INHERITED else None


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without what a component merely inherits, where the main workload tells it."""
    found = list(problems)
    told = {(problem.path, problem.text) for problem in found}
    return [one for one in found if (inherited_from(one.path), one.text) not in told]

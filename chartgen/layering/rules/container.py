"""The container: variables, configuration, ports, probes, hooks."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from chartgen.layering.facts import service_port
from chartgen.layering.problem import Problem
from chartgen.models.base import Model, written_out
from chartgen.models.lifecycle import Handler
from chartgen.models.ports import Port
from chartgen.models.probes import Probe
from chartgen.models.service import ContainerSpec, RunningSpec, WorkloadSpec
from chartgen.models.variables import EnvVar
from chartgen.project.shapes import FieldPath

_REFERENCE = re.compile(r"\$\$|\$\(([^)]*)\)")
_HANDLERS = ("http", "tcp", "grpc", "exec")


def references(text: str) -> list[str]:
    """The variables that a text refers to as ``$(NAME)``; ``$$`` is an escaped dollar sign."""
    return [found.group(1) for found in _REFERENCE.finditer(text) if found.group(1) is not None]


def set_fields(model: Model) -> list[str]:
    """Of a model's alternatives, those that are set."""
    rivals = frozenset().union(*type(model).rivals)
    return [name for name in type(model).model_fields if name in rivals and getattr(model, name) is not None]


def variable_has_one_source(spec: ContainerSpec) -> Iterator[Problem]:
    """A variable's value comes from exactly one place."""
    for name, variable in spec.env.items():
        found = set_fields(variable)
        if len(found) != 1:
            known = ", ".join(EnvVar.model_fields)
            text = f"says both {' and '.join(found)}" if found else f"says nothing; give it one of {known}"
            yield Problem(("env", name), text)


def reference_resolves(spec: ContainerSpec) -> Iterator[Problem]:
    """A reference names a variable that refers to no other."""
    for name, variable in spec.env.items():
        for wanted in references(variable.ref.text) if variable.ref else ():
            problem = _reference_problem(spec, wanted)
            if problem:
                yield Problem(("env", name), problem, close(wanted, [*spec.env, *_config(spec)]))


def variable_is_stated_once(spec: WorkloadSpec) -> Iterator[Problem]:
    """A variable stands in env or in config."""
    for name in spec.env.keys() & spec.config.keys():
        yield Problem(("env", name), "stands in config too; state it in one of them", also=(("config", name),))


def env_from_has_one_source(spec: ContainerSpec) -> Iterator[Problem]:
    """A source of variables is a ConfigMap or a Secret."""
    for index, source in enumerate(spec.env_from):
        said = [source.config_map, source.secret, source.own_config_map, source.own_secret]
        if said.count(None) != len(said) - 1:
            yield Problem(("env_from", index), "needs exactly one of config_map, secret, own_config_map and own_secret")


def ports_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """No two ports of a pod have one number and protocol, nor two of the Service."""
    yield from _same_numbers("container port", {path: (port.port, port.protocol) for path, port in _ports(spec)})
    yield from _same_numbers(
        "port of the node", {path: _on_node(port) for path, port in _ports(spec) if port.host_port}
    )
    of_service: dict[FieldPath, tuple[int, str]] = {
        ("ports", name): (service_port(name, port), port.protocol) for name, port in spec.ports.items()
    }
    yield from _same_numbers("Service port", of_service)


def port_names_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """No two ports of a pod have one name."""
    seen: dict[str, FieldPath] = {}
    for path, _ in _ports(spec):
        other = seen.setdefault(str(path[-1]), path)
        if other != path:
            yield Problem(path, "is the name of another container's port", also=(other,))


def probe_has_one_handler(spec: RunningSpec) -> Iterator[Problem]:
    """A probe asks in one way; liveness says in which."""
    for path, probe in _probes(spec):
        found = set_fields(probe)
        if len(found) > 1:
            yield Problem(path, f"says both {' and '.join(found)}")
    if spec.probes.liveness and not set_fields(written_out(spec.probes.liveness)):
        yield Problem(("probes", "liveness"), f"says not how to ask; give it one of {', '.join(_HANDLERS)}")


def probe_port_exists(spec: RunningSpec) -> Iterator[Problem]:
    """A probe asks one of the container's ports."""
    for path, probe in _probes(spec):
        for name in _HANDLERS[:3]:
            handler = getattr(probe, name)
            if handler is not None:
                yield from port_problem(spec, (*path, name, "port"), handler.port)


def only_readiness_counts_successes(spec: RunningSpec) -> Iterator[Problem]:
    """Liveness and startup succeed at the first success."""
    for path, probe in _probes(spec):
        if path[-1] != "readiness" and probe.success_threshold != 1:
            yield Problem((*path, "success_threshold"), "must be 1 for all but readiness")


def hook_has_one_action(spec: RunningSpec) -> Iterator[Problem]:
    """A hook runs a command or asks for a page."""
    for name in ("post_start", "pre_stop"):
        handler: Handler | None = getattr(spec.lifecycle, name)
        if handler and len(set_fields(handler)) != 1:
            yield Problem(("lifecycle", name), "needs exactly one of exec, http and sleep")
        if handler and handler.http:
            yield from port_problem(spec, ("lifecycle", name, "http", "port"), written_out(handler.http).port)


def _ports(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, Port]]:
    for name, port in spec.ports.items():
        yield ("ports", name), port
    for sidecar, container in spec.sidecars.items():
        for name, port in container.ports.items():
            yield ("sidecars", sidecar, "ports", name), port


def _on_node(port: Port) -> tuple[int, str]:
    number = port.host_port.port if port.host_port else None
    address = port.host_port.address if port.host_port else None
    return number or port.port, f"{port.protocol} at {address}" if address else port.protocol


def _same_numbers(title: str, numbers: Mapping[FieldPath, tuple[int, str]]) -> Iterator[Problem]:
    seen: dict[tuple[int, str], FieldPath] = {}
    for path, key in numbers.items():
        other = seen.setdefault(key, path)
        if other != path:
            yield Problem(path, f"has the {title} {key[0]}/{key[1]} of port {other[-1]!r}", also=(other,))


def _reference_problem(spec: ContainerSpec, wanted: str) -> str:
    if wanted in spec.env:
        is_plain = spec.env[wanted].ref is None
        return "" if is_plain else f"refers to {wanted}, which refers on to others; refer to those themselves"
    if wanted in _config(spec) or spec.env_from:
        return ""
    return f"refers to {wanted}, which is no variable of this service"


def _config(spec: ContainerSpec) -> Mapping[str, str]:
    """The variables of the workload's ConfigMap, which its own container alone has."""
    return spec.config if isinstance(spec, WorkloadSpec) else {}


def close(word: str, known: list[str]) -> str:
    """``did you mean …?`` where a known word is near."""
    close = get_close_matches(word, [name for name in known if name != word], n=1)
    return f"did you mean {close[0]!r}?" if close and word not in known else ""


def _probes(spec: RunningSpec) -> Iterator[tuple[FieldPath, Probe]]:
    for name in ("readiness", "liveness", "startup"):
        probe: Probe | None = getattr(spec.probes, name)
        if probe is not None:
            yield ("probes", name), probe


def port_problem(spec: RunningSpec, path: FieldPath, port: str | int | None) -> Iterator[Problem]:
    """A port that is named is one of the workload's; where none is named, there is one."""
    numbers = {one.port for one in spec.ports.values()}
    if port is None:
        if not spec.ports:
            yield Problem(path[:-1], "needs a port, and the workload has none", 'write ports={"http": 8080}')
    elif port not in spec.ports and port not in numbers:
        known = ", ".join(spec.ports) or "none"
        yield Problem(path, f"names the port {port!r}; the ports are {known}", close(str(port), list(spec.ports)))

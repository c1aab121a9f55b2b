"""What the container reads: variables, ports, probes, lifecycle, resources, security, mounts."""

import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from chartgen.layering.facts import main_port, memory_limit
from chartgen.models.base import written_out
from chartgen.models.image import Image
from chartgen.models.kinds import ClaimTemplate
from chartgen.models.lifecycle import Handler
from chartgen.models.ports import Port
from chartgen.models.probes import Grpc, HttpGet, LivenessProbe, Probe, StartupProbe, TcpSocket
from chartgen.models.security import PodSecurityContext, Seccomp, SecurityContext, SeLinux
from chartgen.models.service import ContainerSpec, InitContainerSpec, RunningSpec, SidecarSpec, WorkloadSpec
from chartgen.models.variables import EnvFrom, EnvVar, ResourceField, SecretKey
from chartgen.models.volumes import TMP, Mount, Volume

Values = dict[str, Any]

_REFERENCES = re.compile(r"(\$+)(\$|\()")
"""Dollar signs that Kubernetes would read as a reference or as an escape of one."""


def env(spec: ContainerSpec) -> Values:
    """Variables by name, sorted, since Helm prints a map's keys sorted."""
    return variables(spec.env)


def variables(entries: Mapping[str, EnvVar]) -> Values:
    """Variables of anything that runs."""
    return {name: _variable(entries[name]) for name in sorted(entries)}


def env_from(sources: Sequence[EnvFrom]) -> list[Values]:
    """Existing ConfigMaps and Secrets, in the author's order: the later wins."""
    return [_source(source) for source in sources]


def container_ports(spec: RunningSpec) -> Values:
    """The container's ports by name."""
    return {name: _container_port(port) for name, port in spec.ports.items()}


def readiness(spec: RunningSpec) -> Values:
    """The readiness probe; by default a TCP connection to the first port."""
    probe = spec.probes.readiness
    if probe is None:
        return {}
    probe = written_out(probe)
    if _handler(spec, probe):
        return _probe(spec, probe)
    return _probe(spec, probe, TcpSocket()) if spec.ports else {}


def liveness(spec: RunningSpec) -> Values:
    """The liveness probe; none unless stated."""
    return _probe(spec, written_out(spec.probes.liveness)) if spec.probes.liveness else {}


def startup(spec: RunningSpec) -> Values:
    """The startup probe: the liveness probe's handler, asked for as long as the slowest start takes."""
    probes = spec.probes
    if probes.liveness is None or probes.startup is None:
        return {}
    probe = written_out(probes.startup)
    handler = _handler(spec, probe) or _handler(spec, written_out(probes.liveness))
    failures = probe.failure_threshold
    if "failure_threshold" not in probe.model_fields_set:
        failures = ceil(probes.start_seconds / probe.period_seconds)
    return {**handler, **_timing(probe), "failureThreshold": failures, **_grace(probe)}


def lifecycle(spec: RunningSpec, drain: int) -> Values:
    """The container's hooks; without a pre-stop hook of its own, the drain's sleep."""
    own = spec.lifecycle
    hooks: Values = {}
    if own.post_start:
        hooks["postStart"] = _hook(spec, own.post_start)
    if own.pre_stop:
        hooks["preStop"] = _hook(spec, own.pre_stop)
    elif drain:
        hooks["preStop"] = {"sleep": {"seconds": drain}}
    return hooks


def resources(spec: ContainerSpec) -> Values:
    """Requests and limits; a resource without either is left out, devices and huge pages stand in both."""
    own = spec.resources
    both = {**own.extended, **{f"hugepages-{size}": amount for size, amount in own.hugepages.items()}}
    return {
        "requests": stated(
            {"cpu": own.cpu, "memory": own.memory, "ephemeral-storage": own.ephemeral_storage, **both},
        ),
        "limits": stated(
            {
                "cpu": own.cpu_limit,
                "memory": memory_limit(spec),
                "ephemeral-storage": own.ephemeral_storage_limit,
                **both,
            }
        ),
    }


def security_context(own: SecurityContext) -> Values:
    """The container's security settings."""
    capabilities = stated({"drop": list(own.drop_capabilities), "add": list(own.add_capabilities)})
    return stated(
        {
            "allowPrivilegeEscalation": own.allow_privilege_escalation,
            "readOnlyRootFilesystem": own.read_only_root_filesystem,
            "privileged": own.privileged or None,
            "runAsNonRoot": own.run_as_non_root,
            "runAsUser": own.run_as_user,
            "runAsGroup": own.run_as_group,
            "capabilities": capabilities or None,
            "seccompProfile": seccomp_profile(own.seccomp) if own.seccomp else None,
            **of_the_kernel(own),
        }
    )


def seccomp_profile(own: Seccomp) -> Values:
    """The filter of system calls."""
    return stated({"type": own.type, "localhostProfile": own.localhost_profile})


def of_the_kernel(own: SecurityContext | PodSecurityContext) -> Values:
    """What only nodes with AppArmor or SELinux enforce."""
    armor, label = own.app_armor, own.se_linux
    return {
        "appArmorProfile": stated({"type": armor.type, "localhostProfile": armor.localhost_profile}) if armor else None,
        "seLinuxOptions": _se_linux(label) or None if label else None,
    }


def terminal(spec: ContainerSpec) -> Values:
    """What a program reads from and where it leaves its last words, where that is stated."""
    return {
        "terminationMessagePath": spec.termination_message_path,
        "stdin": spec.stdin or None,
        "stdinOnce": spec.stdin_once or None,
        "tty": spec.tty or None,
    }


def resize_policy(spec: RunningSpec) -> list[Values]:
    """What a change of resources does, for each that something is said of."""
    said = sorted(spec.resize_policy.items())
    return [{"resourceName": resource, "restartPolicy": policy} for resource, policy in said]


def volume_mounts(spec: WorkloadSpec) -> list[Values]:
    """Where volumes appear: /tmp first, then by the volume's name."""
    tmp = [{"name": "tmp", "mountPath": TMP}] if spec.tmp else []
    mounts = {name: volume.mounts for name, volume in spec.volumes.items()}
    return tmp + _mounts(mounts | {name: claim.mounts for name, claim in spec.stateful_set.claims.items()})


def volume_devices(spec: WorkloadSpec) -> list[Values]:
    """Where bare devices appear, by the volume's name."""
    owners: Mapping[str, Volume | ClaimTemplate] = {**spec.volumes, **spec.stateful_set.claims}
    return _devices({name: one.device for name, one in owners.items() if one.device})


def further(spec: InitContainerSpec) -> Values:
    """A sidecar or init container, complete; its image is absent where it is the workload's."""
    sections = {
        "image": image(spec.image) if spec.image else None,
        "command": list(spec.command or ()),
        "args": list(spec.args or ()),
        "workingDir": spec.working_dir or "",
        "env": env(spec),
        "envFrom": env_from(spec.env_from),
        "resources": resources(spec),
        **(_running(spec) if isinstance(spec, SidecarSpec) else {}),
        "terminationMessagePolicy": spec.termination_message_policy or "",
        **terminal(spec),
        "securityContext": security_context(spec.security_context),
        "volumeMounts": _mounts(spec.mounts),
        "volumeDevices": _devices(spec.devices) or None,
        "containerExtra": dict(spec.container_extra) or None,
    }
    return {key: value for key, value in sections.items() if value is not None}


def image(own: Image) -> Values:
    """What runs, and who pins it: nothing stands here where whoever deploys does."""
    pinned_here = own.set_by == "service"
    return {
        "repository": own.repository,
        "tag": (own.tag or "") if pinned_here else "",
        "digest": (own.digest or "") if pinned_here else "",
        "pullPolicy": own.pull_policy,
    }


def resource_field(own: ResourceField) -> Values:
    """A request or limit, and the unit of its number."""
    return {"resource": own.resource, "divisor": own.divisor}


def escaped(text: str) -> str:
    """A literal value: Kubernetes would expand ``$(NAME)`` and turn ``$$`` into ``$``."""
    return _REFERENCES.sub(r"\1\1\2", text)


def _se_linux(own: SeLinux) -> Values:
    return stated({"user": own.user, "role": own.role, "type": own.type, "level": own.level})


def _container_port(port: Port) -> Values:
    host = port.host_port
    on_node = {"hostPort": host.port or port.port, "hostIP": host.address} if host else {}
    return stated({"containerPort": port.port, "protocol": port.protocol, **on_node})


def _running(spec: SidecarSpec) -> Values:
    return {
        "containerPorts": container_ports(spec),
        "readinessProbe": readiness(spec),
        "livenessProbe": liveness(spec),
        "startupProbe": startup(spec),
        "lifecycle": lifecycle(spec, drain=0),
        "resizePolicy": resize_policy(spec) or None,
    }


def _mounts(of_volumes: Mapping[str, Sequence[Mount | str]]) -> list[Values]:
    return [_mount(name, mount) for name in sorted(of_volumes) for mount in map(written_out, of_volumes[name])]


def _devices(of_volumes: Mapping[str, str]) -> list[Values]:
    return [{"name": name, "devicePath": path} for name, path in sorted(of_volumes.items())]


def _mount(name: str, mount: Mount) -> Values:
    return stated(
        {
            "name": name,
            "mountPath": mount.path,
            "subPath": mount.sub_path,
            "subPathExpr": mount.sub_path_expr,
            "readOnly": mount.read_only or None,
            "recursiveReadOnly": mount.recursive_read_only,
            "mountPropagation": mount.mount_propagation,
        }
    )


def _variable(variable: EnvVar) -> Values:
    if variable.ref:
        return {"expand": variable.ref.text}
    if variable.value is not None:
        return {"value": escaped(variable.value)}
    return {"valueFrom": _value_from(variable)}


def _value_from(variable: EnvVar) -> Values:
    if key := variable.secret_key:
        return {"secretKeyRef": secret_key(key)}
    if map_key := variable.config_map_key:
        return {"configMapKeyRef": _key(map_key.config_map, map_key.own, map_key.key, optional=map_key.optional)}
    if variable.resource:
        return {"resourceFieldRef": resource_field(variable.resource)}
    path = variable.field.path if variable.field else ""
    return {"fieldRef": {"apiVersion": "v1", "fieldPath": path}}


def secret_key(key: SecretKey) -> Values:
    """A key of an existing Secret, or of one of the chart."""
    return _key(key.secret, key.own, key.key, optional=key.optional)


def _key(name: str | None, own: str | None, key: str, *, optional: bool) -> Values:
    return stated({"name": name, "own": own, "key": key, "optional": optional or None})


def _source(source: EnvFrom) -> Values:
    kind = "configMapRef" if source.config_map or source.own_config_map else "secretRef"
    ref = stated(
        {
            "name": source.config_map or source.secret,
            "own": source.own_config_map or source.own_secret,
            "optional": source.optional or None,
        }
    )
    return stated({"prefix": source.prefix or None, kind: ref})


def _probe(spec: RunningSpec, probe: Probe, otherwise: TcpSocket | None = None) -> Values:
    handler = _handler(spec, probe) or {"tcpSocket": _tcp(spec, otherwise or TcpSocket())}
    return {**handler, **_timing(probe), "failureThreshold": probe.failure_threshold, **_grace(probe)}


def _timing(probe: Probe) -> Values:
    return stated(
        {
            "initialDelaySeconds": probe.initial_delay_seconds or None,
            "periodSeconds": probe.period_seconds,
            "timeoutSeconds": probe.timeout_seconds,
            "successThreshold": probe.success_threshold if probe.success_threshold != 1 else None,
        }
    )


def _grace(probe: Probe) -> Values:
    """What the readiness probe has not, since its failure stops nothing."""
    own = probe.termination_grace_period_seconds if isinstance(probe, (LivenessProbe, StartupProbe)) else None
    return stated({"terminationGracePeriodSeconds": own})


def _handler(spec: RunningSpec, probe: Probe) -> Values:
    if probe.http:
        return {"httpGet": _http(spec, written_out(probe.http))}
    if probe.tcp:
        return {"tcpSocket": _tcp(spec, probe.tcp)}
    if probe.grpc:
        return {"grpc": _grpc(spec, probe.grpc)}
    return {"exec": {"command": list(probe.exec)}} if probe.exec else {}


def _hook(spec: RunningSpec, handler: Handler) -> Values:
    if handler.http:
        return {"httpGet": _http(spec, written_out(handler.http))}
    if handler.sleep:
        return {"sleep": {"seconds": handler.sleep}}
    return {"exec": {"command": list(handler.exec or ())}}


def _http(spec: RunningSpec, get: HttpGet) -> Values:
    headers = [{"name": name, "value": value} for name, value in get.headers.items()]
    return stated(
        {
            "path": get.path,
            "port": get.port or main_port(spec),
            "scheme": get.scheme if get.scheme != "HTTP" else None,
            "httpHeaders": headers or None,
        }
    )


def _tcp(spec: RunningSpec, tcp: TcpSocket) -> Values:
    return {"port": tcp.port or main_port(spec)}


def _grpc(spec: RunningSpec, grpc: Grpc) -> Values:
    """A gRPC probe takes a number only."""
    port = grpc.port or main_port(spec, "grpc")
    number = spec.ports[port].port if isinstance(port, str) else port
    return stated({"port": number, "service": grpc.service})


def stated(entries: Mapping[str, Any]) -> Values:
    """Without what says nothing: None and empty lists; 0 and false stay."""
    return {key: value for key, value in entries.items() if value is not None and value != []}

"""The pod around the container: volumes, scheduling, security, DNS."""

from collections.abc import Iterable, Iterator, Sequence
from ipaddress import ip_address

from chartgen.layering.problem import Problem
from chartgen.models.base import written_out
from chartgen.models.security import AppArmor, Seccomp
from chartgen.models.service import ContainerSpec, InitContainerSpec, WorkloadSpec
from chartgen.models.volumes import TMP, MountLike, Projection, Volume
from chartgen.project.shapes import FieldPath

_NUMBERLESS = ("Exists", "DoesNotExist")


def mount_paths_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """No two things are mounted at one path of a container."""
    yield from _same_places({TMP: ("tmp",)} if spec.tmp else {}, _mounts(spec))
    for at, container in further_containers(spec):
        yield from _same_places({}, _container_mounts(at, container))


def mounted_volume_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """What a sidecar or init container mounts is a volume of the pod."""
    known = [*spec.volumes, *spec.stateful_set.claims, *(["tmp"] if spec.tmp else [])]
    for at, container in further_containers(spec):
        for name in container.mounts:
            if name not in known:
                text = f"is no volume of the pod; there are {', '.join(known) or 'none'}"
                yield Problem(
                    (*at, "mounts", name), text, f'write volumes={{"{name}": Volume(empty_dir=EmptyDir(), …)}}'
                )


def volume_names_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """A disk of a StatefulSet's copies is a volume under its own name."""
    for name in spec.stateful_set.claims:
        if name in spec.volumes or name in ("tmp", "config-files"):
            text = "is the name of another volume of the pod"
            yield Problem(("stateful_set", "claims", name), text, also=(("volumes", name),))


def container_names_differ(spec: WorkloadSpec) -> Iterator[Problem]:
    """No two containers of a pod have one name."""
    for name in spec.init_containers.keys() & spec.sidecars.keys():
        yield Problem(("init_containers", name), "is the name of a sidecar", also=(("sidecars", name),))
    own = spec.identity.container if spec.identity else None
    for at, _ in further_containers(spec):
        if at[-1] == own:
            yield Problem(at, "is the name of the workload's own container", also=(("identity", "container"),))


def further_containers(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, InitContainerSpec]]:
    """The sidecars, then the init containers."""
    for name, sidecar in spec.sidecars.items():
        yield ("sidecars", name), sidecar
    for name, container in spec.init_containers.items():
        yield ("init_containers", name), container


def paths_stay_inside(spec: WorkloadSpec) -> Iterator[Problem]:
    """Paths inside a volume do not lead out of it."""
    for name, volume in spec.volumes.items():
        yield from (problem.inside(("volumes", name)) for problem in _leading_out(_inner_paths(volume)))
    for at, container in further_containers(spec):
        for name, mounts in container.mounts.items():
            yield from (problem.inside((*at, "mounts", name)) for problem in _leading_out(_sub_paths(mounts)))
    for name, claim in spec.stateful_set.claims.items():
        at = ("stateful_set", "claims", name, "mounts")
        yield from (problem.inside(at) for problem in _leading_out(_sub_paths(claim.mounts)))


def toleration_is_complete(spec: WorkloadSpec) -> Iterator[Problem]:
    """A toleration says a key and value that its operator takes."""
    for index, toleration in enumerate(spec.tolerations):
        path = ("tolerations", index)
        if toleration.operator == "Exists" and toleration.value is not None:
            yield Problem(path, 'takes any value with operator "Exists"; leave value out')
        if toleration.operator == "Equal" and toleration.key is None:
            yield Problem(path, 'needs a key, or operator="Exists" to tolerate every taint')
        if toleration.toleration_seconds is not None and toleration.effect != "NoExecute":
            yield Problem(path, 'says toleration_seconds, which goes with effect="NoExecute" only')


def requirement_is_complete(spec: WorkloadSpec) -> Iterator[Problem]:
    """A condition has the values that its operator takes."""
    for index, requirement in enumerate(spec.node_requirements):
        path = ("node_requirements", index)
        if requirement.operator in _NUMBERLESS and requirement.values:
            yield Problem(path, f"takes no values with operator {requirement.operator!r}")
        if requirement.operator in ("In", "NotIn") and not requirement.values:
            yield Problem(path, f"needs values with operator {requirement.operator!r}")
        if requirement.operator in ("Gt", "Lt") and not (
            len(requirement.values) == 1 and requirement.values[0].isdecimal()
        ):
            yield Problem(path, f"needs one number as text with operator {requirement.operator!r}")


def user_is_not_root(spec: WorkloadSpec) -> Iterator[Problem]:
    """A pod that must not run as root does not ask for it."""
    pod, container = spec.pod_security_context, spec.security_context
    non_root = pod.run_as_non_root if container.run_as_non_root is None else container.run_as_non_root
    user = pod.run_as_user if container.run_as_user is None else container.run_as_user
    if non_root and user == 0:
        own = container.run_as_user is not None
        path = ("security_context" if own else "pod_security_context", "run_as_user")
        yield Problem(path, "is 0, which run_as_non_root forbids", "choose a user of 10001 or so")


def privileges_agree(spec: ContainerSpec) -> Iterator[Problem]:
    """Privileges that imply escalation are not given while it is refused; the API server would refuse the pod."""
    security = spec.security_context
    if security.allow_privilege_escalation:
        return
    hint = "write allow_privilege_escalation=True beside it"
    if security.privileged:
        yield Problem(("security_context", "privileged"), "implies privilege escalation, which is refused", hint)
    if "SYS_ADMIN" in security.add_capabilities:
        text = "gives SYS_ADMIN, which implies privilege escalation, which is refused"
        yield Problem(("security_context", "add_capabilities"), text, hint)


def profile_is_named(spec: WorkloadSpec) -> Iterator[Problem]:
    """A profile of the node has a name, and only such a one."""
    for at, contexts in (
        ("pod_security_context", spec.pod_security_context),
        ("security_context", spec.security_context),
    ):
        for field in ("seccomp", "app_armor"):
            own: Seccomp | AppArmor | None = getattr(contexts, field)
            if own and (own.type == "Localhost") != (own.localhost_profile is not None):
                yield Problem((at, field, "localhost_profile"), 'goes with type="Localhost", and only with it')


def dns_has_a_server(spec: WorkloadSpec) -> Iterator[Problem]:
    """A pod that takes no DNS settings from the cluster brings its own."""
    if spec.dns.policy == "None" and not spec.dns.nameservers:
        yield Problem(("dns", "policy"), 'is "None", which needs nameservers', 'write nameservers=["10.0.0.10"]')


def name_servers_are_addresses(spec: WorkloadSpec) -> Iterator[Problem]:
    """A name server is told by its address: nobody could ask for that of a name."""
    for index, server in enumerate(spec.dns.nameservers):
        try:
            ip_address(server)
        except ValueError:
            text = "is no IP address, such as 10.0.0.10 or fd00::10"
            yield Problem(("dns", "nameservers", index), text)


def _same_places(seen: dict[str, FieldPath], mounts: Iterator[tuple[FieldPath, str]]) -> Iterator[Problem]:
    for path, mounted in mounts:
        place = mounted.rstrip("/") or "/"
        if place in seen:
            yield Problem(path, f"is mounted at {place}, where something else is", also=(seen[place],))
        seen.setdefault(place, path)


def _container_mounts(at: FieldPath, container: InitContainerSpec) -> Iterator[tuple[FieldPath, str]]:
    for name, mounts in container.mounts.items():
        for index, mount in enumerate(map(written_out, mounts)):
            yield (*at, "mounts", name, index), mount.path
    for name, path in container.devices.items():
        yield (*at, "devices", name), path


def _mounts(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, str]]:
    for name, volume in spec.volumes.items():
        for index, mount in enumerate(map(written_out, volume.mounts)):
            yield ("volumes", name, "mounts", index), mount.path
    for name, claim in spec.stateful_set.claims.items():
        for index, mount in enumerate(map(written_out, claim.mounts)):
            yield ("stateful_set", "claims", name, "mounts", index), mount.path
    for at, one in ((("volumes",), spec.volumes), (("stateful_set", "claims"), spec.stateful_set.claims)):
        for name, owner in one.items():
            if owner.device:
                yield (*at, name, "device"), owner.device
    for name, file in spec.config_files.items():
        yield ("config_files", name, "mount_path"), file.mount_path


def _leading_out(paths: Iterable[tuple[FieldPath, str]]) -> Iterator[Problem]:
    for path, inside in paths:
        if ".." in inside.split("/"):
            yield Problem(path, f"is {inside!r}, which leads out of the volume")


def _inner_paths(volume: Volume) -> Iterator[tuple[FieldPath, str]]:
    for path, inside in _sub_paths(volume.mounts):
        yield ("mounts", *path), inside
    for name in ("config_map", "secret", "downward_api"):
        source = getattr(volume, name)
        for index, item in enumerate(source.items if source else ()):
            yield (name, "items", index, "path"), item.path
    for index, one in enumerate(volume.projected.sources if volume.projected else ()):
        for path, inside in _projected_paths(one):
            yield ("projected", "sources", index, *path), inside
    if volume.host_path:
        yield ("host_path", "path"), volume.host_path.path


def _projected_paths(source: Projection) -> Iterator[tuple[FieldPath, str]]:
    for index, key in enumerate(source.keys):
        yield ("keys", index, "path"), key.path
    for index, item in enumerate(source.items or ()):
        yield ("items", index, "path"), item.path
    if source.token:
        yield ("token", "path"), source.token.path
    if source.trust_bundle:
        yield ("trust_bundle", "path"), source.trust_bundle.path


def _sub_paths(mounts: Sequence[MountLike]) -> Iterator[tuple[FieldPath, str]]:
    for index, mount in enumerate(map(written_out, mounts)):
        for field in ("sub_path", "sub_path_expr"):
            if inside := getattr(mount, field):
                yield (index, field), inside

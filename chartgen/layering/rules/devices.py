"""Disks as bare devices, and disks that are reached by a network of their own."""

from collections.abc import Iterator, Mapping

from chartgen.layering.problem import Problem
from chartgen.layering.rules.pod import further_containers
from chartgen.layering.rules.storage import claims, mounts
from chartgen.models.service import WorkloadSpec
from chartgen.models.volumes import Claim, Iscsi, Volume
from chartgen.project.shapes import FieldPath

_DISKS = ("owned_claim", "ephemeral", "claim")
_VALUELESS = ("Exists", "DoesNotExist")


def device_is_a_disks(spec: WorkloadSpec) -> Iterator[Problem]:
    """A bare device is a disk that is asked for as one, and has no files that could be mounted."""
    found, mounted = _devices(spec), _mounted(spec)
    for name, at in found.items():
        own = spec.volumes.get(name) or spec.stateful_set.claims.get(name)
        if isinstance(own, Volume) and not any(getattr(own, field) for field in _DISKS):
            yield Problem(at, f"goes with a disk: {', '.join(_DISKS)}")
        elif name in mounted:
            yield Problem(at, "is the device of a volume that is mounted as well", also=(mounted[name],))
    for at, claim in claims(spec):
        name = str(at[-1] if at[0] == "stateful_set" else at[1])
        yield from _mode_problems(at, claim, found.get(name), mounted.get(name))


def device_volume_exists(spec: WorkloadSpec) -> Iterator[Problem]:
    """What a sidecar or init container finds as a device is a disk of the pod."""
    known = [*spec.volumes, *spec.stateful_set.claims]
    for at, container in further_containers(spec):
        for name in container.devices:
            if name not in known:
                text = f"is no volume of the pod; there are {', '.join(known) or 'none'}"
                yield Problem((*at, "devices", name), text)


def copied_disk_is_told(spec: WorkloadSpec) -> Iterator[Problem]:
    """What fills a disk is said once, and conditions on volumes have the values that they take."""
    for at, claim in claims(spec):
        if claim.data_source and claim.data_source_ref:
            yield Problem(at, "says both data_source and data_source_ref", "keep one of them")
        for index, one in enumerate(claim.match_expressions):
            if bool(one.values) == (one.operator in _VALUELESS):
                text = f"{'takes no' if one.values else 'needs'} values with {one.operator!r}"
                yield Problem((*at, "match_expressions", index), text)


def network_disk_is_whole(spec: WorkloadSpec) -> Iterator[Problem]:
    """A login has its Secret, and a disk of a Fibre Channel network is told in one way."""
    for name, volume in spec.volumes.items():
        if volume.iscsi:
            yield from _iscsi_problems(("volumes", name, "iscsi"), volume.iscsi)
        if own := volume.fc:
            at = ("volumes", name, "fc")
            if (own.target_wwns is None) == (own.wwids is None):
                yield Problem(at, "needs exactly one of target_wwns and wwids")
            elif (own.target_wwns is None) != (own.lun is None):
                yield Problem((*at, "lun"), "goes with target_wwns, and is needed there")


def trust_bundle_is_told(spec: WorkloadSpec) -> Iterator[Problem]:
    """Certificates of authorities are told by a name or by their signer."""
    for name, volume in spec.volumes.items():
        for index, source in enumerate(volume.projected.sources if volume.projected else ()):
            at: FieldPath = ("volumes", name, "projected", "sources", index, "trust_bundle")
            own = source.trust_bundle
            if own and (own.name is None) == (own.signer is None):
                yield Problem(at, "needs exactly one of name and signer")
            if own and own.labels and own.signer is None:
                yield Problem((*at, "labels"), "goes with signer")


def read_only_goes_down(spec: WorkloadSpec) -> Iterator[Problem]:
    """What is refused below a mount is refused at the mount too, and no mounts are passed on there."""
    for at, mount, _ in mounts(spec):
        if mount.recursive_read_only not in ("IfPossible", "Enabled"):
            continue
        path = (*at, "recursive_read_only")
        if not mount.read_only:
            yield Problem(path, "goes with read_only=True")
        if mount.mount_propagation not in (None, "None"):
            yield Problem(path, f"can't be had with mount_propagation={mount.mount_propagation!r}")


def _mode_problems(at: FieldPath, own: Claim, device: FieldPath | None, mount: FieldPath | None) -> Iterator[Problem]:
    if own.volume_mode == "Block" and mount:
        yield Problem(mount, "mounts a bare device, which has no files", 'write device="/dev/xvda"')
    if own.volume_mode == "Filesystem" and device and not mount:
        yield Problem((*at, "volume_mode"), "is Filesystem, which has no device", 'write volume_mode="Block"')


def _iscsi_problems(at: FieldPath, own: Iscsi) -> Iterator[Problem]:
    if (own.chap_discovery or own.chap_session) and own.secret is None:
        yield Problem((*at, "secret"), "is needed for a login", 'write secret="iscsi-login"')
    if own.initiator and own.interface is None:
        yield Problem((*at, "initiator"), "goes with interface")


def _devices(spec: WorkloadSpec) -> Mapping[str, FieldPath]:
    """Volumes that some container finds as a device, and where one says so."""
    return _used(spec, "devices", "device")


def _mounted(spec: WorkloadSpec) -> Mapping[str, FieldPath]:
    """Volumes that some container mounts, and where one says so."""
    return _used(spec, "mounts", "mounts")


def _used(spec: WorkloadSpec, of_container: str, of_volume: str) -> Mapping[str, FieldPath]:
    """Volumes that such a field names: of a container by their name, at a claim or volume for the main container."""
    found: dict[str, FieldPath] = {}
    for at, container in further_containers(spec):
        found |= {name: (*at, of_container, name) for name in getattr(container, of_container)}
    for at, volumes in ((("stateful_set", "claims"), spec.stateful_set.claims), (("volumes",), spec.volumes)):
        found |= {name: (*at, name, of_volume) for name, one in volumes.items() if getattr(one, of_volume)}
    return found

"""Volumes: what they are made of, who mounts them, and disks that only one copy can hold."""

from collections.abc import Iterator, Sequence

from chartgen.layering.components import workloads
from chartgen.layering.facts import exclusive_volumes, floor
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import set_fields
from chartgen.layering.rules.pod import further_containers
from chartgen.layering.rules.services import in_release, same_names
from chartgen.models.base import written_out
from chartgen.models.kinds import ClaimTemplate
from chartgen.models.service import ContainerSpec, Spec, WorkloadSpec
from chartgen.models.volumes import Claim, DownwardItem, Mount, Volume
from chartgen.project.shapes import FieldPath

RESERVED_VOLUMES = ("tmp", "config-files")
"""Volumes that chartgen makes itself."""


def volume_has_one_source(spec: WorkloadSpec) -> Iterator[Problem]:
    """A volume is one thing, under a name of its own."""
    for name, volume in spec.volumes.items():
        found = set_fields(volume)
        if len(found) != 1:
            known = ", ".join(field for field in Volume.model_fields if field not in ("mounts", "device"))
            text = f"says both {' and '.join(found)}" if found else "says not what it is made of"
            yield Problem(("volumes", name), text, f"give it one of {known}")
        if name in RESERVED_VOLUMES:
            yield Problem(("volumes", name), f"is a name that chartgen uses itself; call it my-{name}")


def volume_is_mounted(spec: WorkloadSpec) -> Iterator[Problem]:
    """Some container finds each volume."""
    elsewhere = {name for _, one in further_containers(spec) for name in (*one.mounts, *one.devices)}
    for at, one in _owners(spec):
        if not (one.mounts or one.device or at[-1] in elsewhere):
            yield Problem(at, "is mounted by no container", 'write mounts=["/data"]')


def disk_has_one_holder(spec: WorkloadSpec) -> Iterator[Problem]:
    """A disk that one node can hold at a time is not asked for by several copies, or by the new one beside the old."""
    if spec.kind not in ("Deployment", "StatefulSet"):
        return
    for name in exclusive_volumes(spec):
        said_modes = (("volumes", name),)
        if floor(spec) > 1 or spec.autoscaling:
            field = ("autoscaling",) if spec.autoscaling else ("replicas",)
            text = f"asks for several copies, and the disk {name!r} can be held by one (ReadWriteOnce)"
            hint = "write replicas=1; or a StatefulSet, whose copies have a disk each; or access mode ReadWriteMany"
            yield Problem(field, text, hint, also=said_modes)
        rollout = spec.rollout
        if spec.kind == "Deployment" and "strategy" in rollout.model_fields_set and rollout.strategy != "Recreate":
            text = f"starts the new pod beside the old one, which holds the disk {name!r} (ReadWriteOnce)"
            yield Problem(("rollout", "strategy"), text, "leave it out: it is Recreate then", also=said_modes)


def claim_can_be_had(spec: WorkloadSpec) -> Iterator[Problem]:
    """A claim asks for some space, in ways that Kubernetes takes together."""
    for at, claim in claims(spec):
        if not claim.size.strip("0"):
            yield Problem((*at, "size"), "is nothing", 'write size="10Gi"')
        if "ReadWriteOncePod" in claim.access_modes and len(claim.access_modes) > 1:
            yield Problem((*at, "access_modes"), "says ReadWriteOncePod, which goes with no other")


def hook_has_no_disk(spec: WorkloadSpec) -> Iterator[Problem]:
    """A hook has no disk of the chart's own.

    What a hook needs is a hook as well, so Helm deletes the disk by the hook's delete policy and asks no
    helm.sh/resource-policy: what is on it would be gone after each upgrade.
    """
    if spec.job.hook is None or spec.kind != "Job":
        return
    for name, volume in spec.volumes.items():
        if volume.owned_claim:
            text = "is a disk of a hook, which Helm deletes with the hook"
            hint = "write ephemeral=Ephemeral(…) for scratch space, or claim=… for one that is there already"
            yield Problem(("volumes", name, "owned_claim"), text, hint)


def claim_names_differ(spec: Spec) -> Iterator[Problem]:
    """No two disks have one name, nor two classes of secrets: a component stands in the names of its own."""
    for field, kind in (("owned_claim", "PersistentVolumeClaim"), ("secret_provider", "SecretProviderClass")):
        names = (
            (in_release(at, name), (*at, "volumes", name))
            for at, workload in workloads(spec)
            for name, volume in workload.volumes.items()
            if getattr(volume, field)
        )
        yield from same_names(kind, names)


def projection_has_one_source(spec: WorkloadSpec) -> Iterator[Problem]:
    """Each source of a projected volume is one thing, and so is each file of the downward API."""
    for name, volume in spec.volumes.items():
        for index, source in enumerate(volume.projected.sources if volume.projected else ()):
            at: FieldPath = ("volumes", name, "projected", "sources", index)
            if len(set_fields(source)) != 1:
                known = "config_map, secret, own_config_map, own_secret, items, token and trust_bundle"
                yield Problem(at, f"needs exactly one of {known}")
            objects = (source.config_map, source.secret, source.own_config_map, source.own_secret)
            if (source.keys or source.optional) and not any(objects):
                yield Problem(at, "says keys or optional, which go with a ConfigMap or Secret")
            yield from _file_problems((*at, "items"), source.items or ())
        items = volume.downward_api.items if volume.downward_api else ()
        yield from _file_problems(("volumes", name, "downward_api", "items"), items)


def mount_has_one_sub_path(spec: WorkloadSpec) -> Iterator[Problem]:
    """A mount has a sub-path or an expression of one; mounts seen by the node need a privileged container."""
    for path, mount, container in mounts(spec):
        if mount.sub_path and mount.sub_path_expr:
            yield Problem(path, "says both sub_path and sub_path_expr")
        if mount.mount_propagation == "Bidirectional" and not container.security_context.privileged:
            yield Problem(
                (*path, "mount_propagation"), "is Bidirectional, which a privileged container only may ask for"
            )


def _file_problems(at: FieldPath, items: Sequence[DownwardItem]) -> Iterator[Problem]:
    for index, item in enumerate(items):
        if len(set_fields(item)) != 1:
            yield Problem((*at, index), "needs exactly one of field and resource")
        if (item.container is None) == (item.resource is not None):
            yield Problem((*at, index, "container"), "goes with resource, which says whose it is")
        if item.field and item.field.path.startswith(("spec.", "status.")):
            text = f"is {item.field.path!r}, which is known to variables only"
            yield Problem((*at, index, "field"), text, "a file takes fields of metadata")


def _owners(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, Volume | ClaimTemplate]]:
    for name, volume in spec.volumes.items():
        yield ("volumes", name), volume
    for name, template in spec.stateful_set.claims.items():
        yield ("stateful_set", "claims", name), template


def claims(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, Claim]]:
    """Disks that are asked for, and where."""
    for name, volume in spec.volumes.items():
        for field in ("owned_claim", "ephemeral"):
            if claim := getattr(volume, field):
                yield ("volumes", name, field), claim
    for name, template in spec.stateful_set.claims.items():
        yield ("stateful_set", "claims", name), template


def mounts(spec: WorkloadSpec) -> Iterator[tuple[FieldPath, Mount, ContainerSpec]]:
    """Every place of a volume in a container, and the container."""
    for name, volume in spec.volumes.items():
        for index, mount in enumerate(map(written_out, volume.mounts)):
            yield ("volumes", name, "mounts", index), mount, spec
    for at, container in further_containers(spec):
        for name, places in container.mounts.items():
            for index, mount in enumerate(map(written_out, places)):
                yield (*at, "mounts", name, index), mount, container

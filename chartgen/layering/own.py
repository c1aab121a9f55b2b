"""What a workload reads of the ConfigMaps and Secrets that its own chart makes, and the keys that those have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chartgen.layering.components import workloads
from chartgen.layering.facts import secrets_of
from chartgen.models.base import written_out
from chartgen.models.config_maps import ConfigEntry, ConfigMap
from chartgen.models.secrets import ExternalSecret, SealedSecret
from chartgen.models.service import ContainerSpec, Spec, WorkloadSpec
from chartgen.models.variables import EnvVar
from chartgen.models.volumes import ConfigMapVolume, Projection, SecretVolume, Volume
from chartgen.project.shapes import FieldPath

Kind = Literal["ConfigMap", "Secret"]


@dataclass(frozen=True)
class Use:
    """A place where a workload reads a ConfigMap or Secret of its own chart."""

    kind: Kind
    name: str
    """As ``config_maps``, ``external_secrets`` or ``sealed_secrets`` call it."""

    path: FieldPath
    """The field that names it."""

    keys: Mapping[FieldPath, str]
    """The keys that it asks for by name, by the field that says so."""

    as_variables: bool
    """As environment variables; otherwise as files."""


def uses(spec: WorkloadSpec) -> Iterator[Use]:
    """Every such place of a workload: variables of its containers, then volumes."""
    yield from _of_container(spec, ())
    for name, sidecar in spec.sidecars.items():
        yield from _of_container(sidecar, ("sidecars", name))
    for name, container in spec.init_containers.items():
        yield from _of_container(container, ("init_containers", name))
    for name, volume in spec.volumes.items():
        if volume.config_map:
            config_map = written_out(volume.config_map)
            parts = {} if config_map.items else _parts(volume, ("volumes", name))
            yield from _of_volume("ConfigMap", config_map, ("volumes", name, "config_map"), parts)
        if volume.secret:
            yield from _of_volume("Secret", written_out(volume.secret), ("volumes", name, "secret"), {})
        for index, source in enumerate(volume.projected.sources if volume.projected else ()):
            yield from _of_projection(source, ("volumes", name, "projected", "sources", index))


def uses_of_all(spec: Spec) -> Iterator[Use]:
    """Those of every workload of a service, of its monitor, and of what ``helm test`` runs."""
    for at, workload in workloads(spec):
        for use in (*uses(workload), *_of_monitor(workload)):
            keys = {(*at, *path): key for path, key in use.keys.items()}
            yield replace(use, path=(*at, *use.path), keys=keys)
    for name, test in spec.tests.items():
        yield from _of_variables(test.env, ("tests", name))


def reads(spec: WorkloadSpec, kind: Kind) -> list[str]:
    """The names of those that a workload reads, sorted."""
    return sorted({use.name for use in uses(spec) if use.kind == kind})


def entries(config_map: ConfigMap) -> dict[str, ConfigEntry]:
    """The keys of a ConfigMap that no layer took back, sorted."""
    return {key: entry for key, entry in sorted(config_map.data.items()) if isinstance(entry, ConfigEntry)}


def keys_of(spec: Spec, kind: Kind, name: str) -> Sequence[str] | None:
    """The keys that a ConfigMap or Secret of the chart has; None where only its store knows."""
    if kind == "ConfigMap":
        return list(entries(spec.config_maps[name]))
    if name in spec.sealed_secrets:
        return _sealed_keys(spec.sealed_secrets[name])
    return _fetched_keys(spec.external_secrets[name])


def _of_variables(env: Mapping[str, EnvVar], at: FieldPath) -> Iterator[Use]:
    for name, variable in env.items():
        if (key := variable.secret_key) and key.own:
            path = (*at, "env", name, "secret_key")
            yield Use("Secret", key.own, (*path, "own"), {(*path, "key"): key.key}, as_variables=True)
        if (map_key := variable.config_map_key) and map_key.own:
            path = (*at, "env", name, "config_map_key")
            yield Use("ConfigMap", map_key.own, (*path, "own"), {(*path, "key"): map_key.key}, as_variables=True)


def _of_container(spec: ContainerSpec, at: FieldPath) -> Iterator[Use]:
    yield from _of_variables(spec.env, at)
    for index, source in enumerate(spec.env_from):
        path = (*at, "env_from", index)
        if source.own_config_map:
            yield Use("ConfigMap", source.own_config_map, (*path, "own_config_map"), {}, as_variables=True)
        if source.own_secret:
            yield Use("Secret", source.own_secret, (*path, "own_secret"), {}, as_variables=True)


def _of_monitor(spec: WorkloadSpec) -> Iterator[Use]:
    """What Prometheus reads, and the pods do not."""
    for name, scrape in (spec.monitor.endpoints if spec.monitor else {}).items():
        for field, one in secrets_of(scrape).items() if scrape else ():
            path = ("monitor", "endpoints", name, *field)
            if one.own:
                yield Use("Secret", one.own, (*path, "own"), {(*path, "key"): one.key}, as_variables=False)


def _of_volume(
    kind: Kind, volume: ConfigMapVolume | SecretVolume, path: FieldPath, parts: Mapping[FieldPath, str]
) -> Iterator[Use]:
    if volume.own:
        keys = {**parts, **{(*path, "items", index, "key"): item.key for index, item in enumerate(volume.items)}}
        yield Use(kind, volume.own, (*path, "own"), keys, as_variables=False)


def _of_projection(source: Projection, at: FieldPath) -> Iterator[Use]:
    keys = {(*at, "keys", index, "key"): item.key for index, item in enumerate(source.keys)}
    if source.own_config_map:
        yield Use("ConfigMap", source.own_config_map, (*at, "own_config_map"), keys, as_variables=False)
    if source.own_secret:
        yield Use("Secret", source.own_secret, (*at, "own_secret"), keys, as_variables=False)


def _parts(volume: Volume, path: FieldPath) -> dict[FieldPath, str]:
    """The files that are mounted one by one, which are keys."""
    mounts = enumerate(map(written_out, volume.mounts))
    return {(*path, "mounts", index, "sub_path"): mount.sub_path for index, mount in mounts if mount.sub_path}


def _sealed_keys(secret: SealedSecret) -> list[str]:
    return sorted(key for key, text in secret.encrypted_data.items() if text is not None)


def _fetched_keys(secret: ExternalSecret) -> list[str] | None:
    """A template that replaces knows its keys; what is fetched as a whole, only the store does."""
    template = dict(secret.template.data) if secret.template else {}
    if template and secret.template and secret.template.merge_policy == "Replace":
        return sorted(template)
    if secret.data_from or secret.creation_policy in ("Merge", "None"):
        return None
    return sorted({*(key for key, ref in secret.data.items() if ref is not None), *template})

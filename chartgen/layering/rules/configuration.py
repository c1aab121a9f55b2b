"""ConfigMaps of the chart: what they hold and are called; and who refers to these and to Secrets of the chart."""

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping

from chartgen.layering.components import workloads
from chartgen.layering.own import Use, entries, keys_of, reads, uses, uses_of_all
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close
from chartgen.models.config_maps import Content
from chartgen.models.service import ContainerSpec, HelmTestSpec, Spec, WorkloadSpec
from chartgen.models.types import ENV_NAME
from chartgen.models.variables import EnvVar
from chartgen.models.volumes import ConfigMapVolume, SecretVolume
from chartgen.project.shapes import FieldPath

MAX_BYTES = 1024 * 1024
"""The values of a ConfigMap, in bytes. Source: https://kubernetes.io/docs/concepts/configuration/configmap/"""

TAKEN_NAMES = {"config": "config", "dashboards": "dashboards", "files": "config_files"}
"""What the ConfigMaps of other fields are called, and the field."""


def file_is_stated_once(spec: WorkloadSpec) -> Iterator[Problem]:
    """A file holds text, bytes, or what a file on disk holds, and has a name where it is mounted."""
    for name, file in spec.config_files.items():
        yield from _content_problems(("config_files", name), file)
        if file.mount_path.endswith("/"):
            hint = f'write mount_path="{file.mount_path}{name}"'
            yield Problem(("config_files", name, "mount_path"), "is a folder; name the file in it too", hint)


def entry_is_stated_once(spec: Spec) -> Iterator[Problem]:
    """A key of a ConfigMap holds text, bytes, or what a file on disk holds."""
    for name, config_map in spec.config_maps.items():
        for key, entry in entries(config_map).items():
            yield from _content_problems(("config_maps", name, "data", key), entry)


def config_fits_an_object(spec: WorkloadSpec) -> Iterator[Problem]:
    """A ConfigMap holds at most 1 MiB, all keys together."""
    of_config = sum(len(key.encode()) + len(value.encode()) for key, value in spec.config.items())
    yield from _too_large(("config",), of_config)
    yield from _too_large(("config_files",), _size(spec.config_files))


def config_maps_fit_objects(spec: Spec) -> Iterator[Problem]:
    """So do those that have a name."""
    for name, config_map in spec.config_maps.items():
        yield from _too_large(("config_maps", name), _size(entries(config_map)))


def config_map_has_a_name_of_its_own(spec: Spec) -> Iterator[Problem]:
    """No ConfigMap takes the name of one that another field makes."""
    for name in spec.config_maps:
        if name in TAKEN_NAMES:
            text = f"is what the field {TAKEN_NAMES[name]} calls its own; choose another name"
            yield Problem(("config_maps", name), text)
        if spec.config_maps[name].immutable and spec.identity and f"ConfigMap/{name}" in spec.identity.objects:
            text = "is kept for ever, but an immutable ConfigMap has a new name for each content"
            yield Problem(
                ("identity", "objects", f"ConfigMap/{name}"), text, also=(("config_maps", name, "immutable"),)
            )


def own_name_is_no_components(spec: Spec) -> Iterator[Problem]:
    """No ConfigMap or Secret has the name of what a component has of its own, ``<component>-…``."""
    for component, workload in spec.components.items():
        for field, name in _of_component(workload):
            if f"{component}-{name}" in getattr(spec, field):
                text = f"is what an object of the component {component!r} is called; choose another name"
                yield Problem((field, f"{component}-{name}"), text, also=(("components", component),))


def key_has_one_object(spec: ContainerSpec | HelmTestSpec) -> Iterator[Problem]:
    """A variable's key is one of an existing object or of one of the chart."""
    yield from keys_have_one_object(spec.env)


def keys_have_one_object(env: Mapping[str, EnvVar]) -> Iterator[Problem]:
    """So is the key of a variable of anything else that runs."""
    for name, variable in env.items():
        key, map_key = variable.secret_key, variable.config_map_key
        if key and (key.secret is None) == (key.own is None):
            yield Problem(("env", name), "needs exactly one of secret and own")
        if map_key and (map_key.config_map is None) == (map_key.own is None):
            yield Problem(("env", name), "needs exactly one of config_map and own")


def key_of_a_test_has_one_object(spec: Spec) -> Iterator[Problem]:
    """So is that of what ``helm test`` runs."""
    for name, test in spec.tests.items():
        yield from (problem.inside(("tests", name)) for problem in key_has_one_object(test))


def volume_has_one_object(spec: WorkloadSpec) -> Iterator[Problem]:
    """A volume's files are those of an existing object or of one of the chart."""
    for name, volume in spec.volumes.items():
        for field in ("config_map", "secret"):
            source: ConfigMapVolume | SecretVolume | None = getattr(volume, field)
            if source and (source.name is None) == (source.own is None):
                yield Problem(("volumes", name, field), "needs exactly one of name and own")


def own_object_exists(spec: Spec) -> Iterator[Problem]:
    """What refers to a ConfigMap or Secret of the chart names one, and keys that it has."""
    for use in uses_of_all(spec):
        known = _names(spec, use)
        if use.name not in known:
            yield Problem(use.path, *_unknown(use, known))
            continue
        keys = keys_of(spec, use.kind, use.name)
        for path, key in use.keys.items() if keys is not None else ():
            if key not in (keys or ()):
                text = f"is {key!r}; the keys of {use.name!r} are {', '.join(keys or ()) or 'none'}"
                yield Problem(path, text, close(key, list(keys or ())))


def variables_are_texts(spec: Spec) -> Iterator[Problem]:
    """What becomes a variable is text, under a name that a variable can have."""
    for use in uses_of_all(spec):
        if use.kind != "ConfigMap" or not use.as_variables or use.name not in spec.config_maps:
            continue
        for key, entry in entries(spec.config_maps[use.name]).items():
            wanted = not use.keys or key in use.keys.values()
            if wanted and entry.binary is not None:
                yield Problem(use.path, f"reads {key!r}, which is binary; a variable takes text", _AS_FILES)
            elif not use.keys and not re.fullmatch(ENV_NAME, key):
                yield Problem(use.path, f"reads {key!r}, which is no variable's name", _AS_FILES)


def hook_can_have_its_own(spec: Spec) -> Iterator[Problem]:
    """What a hook reads is made for it alone, under another name; that a Secret can have one."""
    for at, workload in workloads(spec):
        if _is_hook(spec) and not _is_hook(workload):
            for use in uses(workload):
                text = f"reads {use.name!r}, which is there only while the main workload runs, since that is a hook"
                yield Problem((*at, *use.path), text, "make the hook a component", also=(("job", "hook"),))
        for use in uses(workload) if at and _is_hook(workload) else ():
            sealed, fetched = spec.sealed_secrets.get(use.name), spec.external_secrets.get(use.name)
            if use.kind == "Secret" and sealed and sealed.scope == "strict":
                text = f'reads {use.name!r}, which a hook needs under another name, and the scope "strict" forbids that'
                hint = "seal it with --scope namespace-wide, or name the Secret itself, made before the release"
                yield Problem((*at, *use.path), text, hint, also=(("sealed_secrets", use.name, "scope"),))
            if use.kind == "Secret" and fetched and fetched.creation_policy in ("Merge", "None"):
                text = f"reads {use.name!r}, which makes no Secret of its own for the hook"
                other = ("external_secrets", use.name, "creation_policy")
                yield Problem((*at, *use.path), text, "name the Secret that exists", also=(other,))


_AS_FILES = "mount it: volumes={…: Volume(config_map=ConfigMapVolume(own=…), mounts=[…])}"


def _size(contents: Mapping[str, Content]) -> int:
    """Bytes that Kubernetes counts, and the keys."""
    return sum(len(key.encode()) + len(_bytes(content)) for key, content in contents.items())


def _bytes(content: Content) -> bytes:
    return (content.content or "").encode() if content.binary is None else b64decode(content.binary)


def _nothing(content: Content) -> str:
    return f"says nothing; give it one of {', '.join(sorted(next(iter(type(content).rivals))))}"


def _content_problems(path: FieldPath, content: Content) -> Iterator[Problem]:
    if content.file is not None:
        yield Problem((*path, "file"), "was not read; a service that is built in memory says content or binary")
        return
    found = [name for name in ("content", "binary") if getattr(content, name) is not None]
    if len(found) != 1:
        yield Problem(path, f"says both {' and '.join(found)}" if found else _nothing(content))


def _too_large(path: FieldPath, size: int) -> Iterator[Problem]:
    if size > MAX_BYTES:
        text = f"holds {size} bytes; a ConfigMap takes {MAX_BYTES} (1 MiB)"
        yield Problem(path, text, "put large files into the image or a volume")


def _of_component(workload: WorkloadSpec) -> Iterator[tuple[str, str]]:
    """Field and name of what a component may have of its own; a hook, all that it reads."""
    for name in TAKEN_NAMES:
        yield "config_maps", name
    for name in reads(workload, "ConfigMap") if _is_hook(workload) else ():
        yield "config_maps", name
    for name in reads(workload, "Secret") if _is_hook(workload) else ():
        yield "external_secrets", name
        yield "sealed_secrets", name


def _is_hook(workload: WorkloadSpec) -> bool:
    return workload.kind == "Job" and workload.job.hook is not None


def _names(spec: Spec, use: Use) -> list[str]:
    return [*spec.config_maps] if use.kind == "ConfigMap" else [*spec.external_secrets, *spec.sealed_secrets]


def _unknown(use: Use, known: list[str]) -> tuple[str, str]:
    field = "config_maps" if use.kind == "ConfigMap" else "external_secrets and sealed_secrets"
    existing = "name" if "volumes" in use.path else {"ConfigMap": "config_map", "Secret": "secret"}[use.kind]
    text = f"is {use.name!r}, which is none of {field}; there are {', '.join(known) or 'none'}"
    return text, close(use.name, known) or f'write {existing}="{use.name}" for one that exists already'

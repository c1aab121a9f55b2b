"""ConfigMaps and Secrets of the chart: what they hold, what they are called, and who refers to them."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator, Mapping

from chartgen.layering.components import workloads
from chartgen.layering.facts import main_route
from chartgen.layering.own import Use, entries, keys_of, reads, uses, uses_of_all
from chartgen.layering.problem import Problem
from chartgen.layering.rules.container import close
from chartgen.models.config_maps import Content
from chartgen.models.secrets import DataFrom, ExternalSecret
from chartgen.models.service import ContainerSpec, Spec, WorkloadSpec
from chartgen.models.types import ENV_NAME
from chartgen.models.volumes import ConfigMapVolume, SecretVolume
from chartgen.project.shapes import FieldPath

MAX_BYTES = 1024 * 1024
"""The values of a ConfigMap or Secret. Source: https://kubernetes.io/docs/concepts/configuration/configmap/"""

TAKEN_NAMES = ("config", "files")
"""The ConfigMaps of the fields config and config_files are called so."""

_TAG_BYTES = 16
"""What AES-GCM adds to a text."""

_KEY_BYTES = (256, 384, 512, 1024)
"""Ciphertext of RSA keys of 2048 bits and more: what a sealed value begins with, after two bytes that count it."""


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
    """No ConfigMap takes the name of the two that config and config_files make."""
    for name in spec.config_maps:
        if name in TAKEN_NAMES:
            field = "config" if name == "config" else "config_files"
            yield Problem(("config_maps", name), f"is what the field {field} calls its own; choose another name")
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


def certificate_is_made_once(spec: Spec) -> Iterator[Problem]:
    """A certificate comes from an issuer or from a Secret of the chart."""
    ingress = spec.expose.ingress
    for name, route in spec.routes.items() if ingress and ingress.cluster_issuer else ():
        secret = "tls" if name == main_route(spec) else f"{name}-tls"
        for field in ("external_secrets", "sealed_secrets"):
            if route.tls and route.tls.secret_name is None and secret in getattr(spec, field):
                text = f"makes the Secret that the issuer fills for the route {name!r}; choose another name"
                yield Problem((field, secret), text, also=(("routes", name), ("expose", "ingress", "cluster_issuer")))


def key_has_one_object(spec: ContainerSpec) -> Iterator[Problem]:
    """A variable's key is one of an existing object or of one of the chart."""
    for name, variable in spec.env.items():
        key, map_key = variable.secret_key, variable.config_map_key
        if key and (key.secret is None) == (key.own is None):
            yield Problem(("env", name), "needs exactly one of secret and own")
        if map_key and (map_key.config_map is None) == (map_key.own is None):
            yield Problem(("env", name), "needs exactly one of config_map and own")


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


def external_secret_has_data(spec: Spec) -> Iterator[Problem]:
    """An ExternalSecret asks a store for something."""
    for name, secret in spec.external_secrets.items():
        path = ("external_secrets", name)
        if secret.store is None and spec.secret_store is None:
            hint = 'write store=SecretStoreRef("vault", kind="ClusterSecretStore"), or secret_store for all of them'
            yield Problem(path, "names no store, and neither does secret_store", hint)
        if not any(ref is not None for ref in secret.data.values()) and not secret.data_from:
            hint = 'write data={"password": RemoteRef("orders/db", property="password")}'
            yield Problem(path, "has neither data nor data_from", hint)
        if secret.creation_policy == "Merge" and secret.target_name is None:
            yield Problem((*path, "creation_policy"), 'is "Merge", which needs target_name: the Secret to add keys to')
        yield from _deletion_problems(path, secret)
        for index, source in enumerate(secret.data_from):
            yield from _source_problems((*path, "data_from", index), source)


def sealed_secret_is_sealed(spec: Spec) -> Iterator[Problem]:
    """A SealedSecret holds ciphertext that its controller can open under its name."""
    for name, secret in spec.sealed_secrets.items():
        path = ("sealed_secrets", name)
        sealed = {key: text for key, text in secret.encrypted_data.items() if text is not None}
        if not sealed:
            yield Problem(path, "has no encrypted_data", f"kubeseal --raw --name {name} --from-file=KEY prints some")
        if secret.scope == "strict" and secret.name is None:
            text = 'has the scope "strict", which binds the ciphertext to the name; state it'
            hint = f'write name="{spec.name}-{name}" as it was sealed for, or seal with --scope namespace-wide'
            yield Problem(path, text, hint)
        for key, text in sealed.items():
            if not is_ciphertext(text):
                hint = "kubeseal --raw --from-file=FILE --name NAME --namespace NAMESPACE prints what belongs here"
                yield Problem((*path, "encrypted_data", key), "is no ciphertext of kubeseal", hint)


def secret_type_has_its_keys(spec: Spec) -> Iterator[Problem]:
    """A Secret of a known type has the keys that the API server asks of it."""
    types = {("sealed_secrets", name): sealed.type for name, sealed in spec.sealed_secrets.items()}
    for name, secret in spec.external_secrets.items():
        if secret.template and name not in spec.sealed_secrets:
            types["external_secrets", name] = secret.template.type
    for (field, name), kind in types.items():
        keys = keys_of(spec, "Secret", name)
        lacking = [key for key in _KEYS_OF_TYPE.get(kind, ()) if keys is not None and key not in keys]
        if lacking:
            path = (field, name, "type") if field == "sealed_secrets" else (field, name, "template", "type")
            yield Problem(path, f"is {kind!r}, which needs the key {' and '.join(map(repr, lacking))}")


def secret_names_differ(spec: Spec) -> Iterator[Problem]:
    """No two Secrets of the chart have one name, here or in the cluster."""
    for name in spec.sealed_secrets.keys() & spec.external_secrets.keys():
        other = ("external_secrets", name)
        yield Problem(("sealed_secrets", name), "is the name of an external secret too", also=(other,))
    seen: dict[str, FieldPath] = {}
    for path, target in _stated_targets(spec):
        if target in seen:
            yield Problem(path, f"is {target!r}, which another secret of the chart makes", also=(seen[target],))
        seen.setdefault(target, path)


def is_ciphertext(text: str) -> bool:
    """Two bytes that count the encrypted key, the key, and the encrypted text with its tag."""
    try:
        data = b64decode(text, validate=True)
    except (Error, ValueError):
        return False
    key = int.from_bytes(data[:2], "big")
    return key in _KEY_BYTES and len(data) >= 2 + key + _TAG_BYTES


_KEYS_OF_TYPE = {
    "kubernetes.io/tls": ("tls.crt", "tls.key"),
    "kubernetes.io/dockerconfigjson": (".dockerconfigjson",),
    "kubernetes.io/ssh-auth": ("ssh-privatekey",),
}
"""Source: https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"""

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
    existing = "name" if use.path[0] == "volumes" else {"ConfigMap": "config_map", "Secret": "secret"}[use.kind]
    text = f"is {use.name!r}, which is none of {field}; there are {', '.join(known) or 'none'}"
    return text, close(use.name, known) or f'write {existing}="{use.name}" for one that exists already'


def _deletion_problems(path: FieldPath, secret: ExternalSecret) -> Iterator[Problem]:
    """The operator refuses these pairs."""
    if secret.deletion_policy == "Delete" and secret.creation_policy in ("Merge", "None"):
        text = f'is "Delete", but creation_policy "{secret.creation_policy}" makes no Secret to delete'
        yield Problem((*path, "deletion_policy"), text, also=((*path, "creation_policy"),))
    if secret.deletion_policy == "Merge" and secret.creation_policy == "None":
        text = 'is "Merge", but creation_policy "None" makes no Secret'
        yield Problem((*path, "deletion_policy"), text, also=((*path, "creation_policy"),))


def _source_problems(path: FieldPath, source: DataFrom) -> Iterator[Problem]:
    if (source.extract is None) == (source.find is None):
        yield Problem(path, "needs exactly one of extract and find")
    if source.find and not (source.find.path or source.find.name or source.find.tags):
        yield Problem((*path, "find"), "looks for nothing; give it one of path, name and tags")
    for index, rewrite in enumerate(source.rewrite):
        if (rewrite.source is None) == (rewrite.transform is None):
            yield Problem((*path, "rewrite", index), "needs exactly one of source and transform")


def _stated_targets(spec: Spec) -> Iterator[tuple[FieldPath, str]]:
    for name, secret in spec.external_secrets.items():
        if secret.target_name and secret.creation_policy in ("Owner", "Orphan"):
            yield ("external_secrets", name, "target_name"), secret.target_name
    for name, sealed in spec.sealed_secrets.items():
        if sealed.name:
            yield ("sealed_secrets", name, "name"), sealed.name

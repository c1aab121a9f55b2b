"""Secrets that the chart asks for: what an operator could not make, or would make twice."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

from chartgen.layering.facts import main_route
from chartgen.layering.own import keys_of
from chartgen.layering.problem import Problem
from chartgen.models.base import MUST
from chartgen.models.secrets import DataFrom, ExternalSecret
from chartgen.models.service import Spec
from chartgen.project.shapes import FieldPath

_TAG_BYTES = 16
"""What AES-GCM adds to a text."""

_KEY_BYTES = (256, 384, 512, 1024)
"""Ciphertext of RSA keys of 2048 bits and more: what a sealed value begins with, after two bytes that count it."""

_KEYS_OF_TYPE = {
    "kubernetes.io/tls": ("tls.crt", "tls.key"),
    "kubernetes.io/dockerconfigjson": (".dockerconfigjson",),
    "kubernetes.io/ssh-auth": ("ssh-privatekey",),
}
"""Source: https://kubernetes.io/docs/concepts/configuration/secret/#secret-types"""


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
            sealed_for = name if spec.name is MUST else f"{spec.name}-{name}"
            hint = f'write name="{sealed_for}" as it was sealed for, or seal with --scope namespace-wide'
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


def certificate_is_made_once(spec: Spec) -> Iterator[Problem]:
    """A certificate comes from an issuer or from a Secret of the chart."""
    ingress = spec.expose.ingress
    for name, route in spec.routes.items() if ingress and ingress.cluster_issuer else ():
        secret = "tls" if name == main_route(spec) else f"{name}-tls"
        for field in ("external_secrets", "sealed_secrets"):
            if route.tls and route.tls.secret_name is None and secret in getattr(spec, field):
                text = f"makes the Secret that the issuer fills for the route {name!r}; choose another name"
                yield Problem((field, secret), text, also=(("routes", name), ("expose", "ingress", "cluster_issuer")))


def is_ciphertext(text: str) -> bool:
    """Two bytes that count the encrypted key, the key, and the encrypted text with its tag."""
    try:
        data = b64decode(text, validate=True)
    except (Error, ValueError):
        return False
    key = int.from_bytes(data[:2], "big")
    return key in _KEY_BYTES and len(data) >= 2 + key + _TAG_BYTES


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

"""What the chart keeps of configuration and secrets: ConfigMaps, ExternalSecrets, SealedSecrets, and who reads them."""

from collections.abc import Mapping

from chartgen.charting.values.container import Values, stated
from chartgen.layering import own
from chartgen.models.base import written_out
from chartgen.models.config_maps import Content
from chartgen.models.secrets import DataFrom, ExternalSecret, Find, RemoteRef, Rewrite, SealedSecret, SecretTemplate
from chartgen.models.service import Spec, WorkloadSpec


def config_files(spec: WorkloadSpec) -> Values | None:
    """Files that the container mounts one by one."""
    return {
        name: {
            **({"content": file.content} if file.binary is None else {"binaryContent": file.binary}),
            "mountPath": file.mount_path,
            **stated({"mode": file.mode}),
        }
        for name, file in sorted(spec.config_files.items())
    } or None


def config_maps(spec: Spec) -> Values | None:
    """ConfigMaps by name: texts, then bytes."""
    return {
        name: {**_data(own.entries(one)), **stated({"immutable": one.immutable or None})}
        for name, one in sorted(spec.config_maps.items())
    } or None


def external_secrets(spec: Spec) -> Values | None:
    """What the operator fetches, by name, with the defaults that its API server would fill in."""
    return {name: _external_secret(spec, one) for name, one in sorted(spec.external_secrets.items())} or None


def sealed_secrets(spec: Spec) -> Values | None:
    """Ciphertext by name."""
    return {name: _sealed_secret(one) for name, one in sorted(spec.sealed_secrets.items())} or None


def reads(spec: WorkloadSpec) -> Values | None:
    """Which of these the pods read."""
    names = {"configMaps": own.reads(spec, "ConfigMap"), "secrets": own.reads(spec, "Secret")}
    return names if any(names.values()) else None


def _data(entries: Mapping[str, Content]) -> Values:
    return {
        "data": {key: entry.content for key, entry in entries.items() if entry.binary is None},
        "binaryData": {key: entry.binary for key, entry in entries.items() if entry.binary is not None},
    }


def _external_secret(spec: Spec, secret: ExternalSecret) -> Values:
    store = secret.store or spec.secret_store
    template = {"template": _template(secret.template)} if secret.template else {}
    return {
        "secretStoreRef": {"name": written_out(store).name, "kind": written_out(store).kind} if store else {},
        "refreshInterval": secret.refresh_interval,
        "refreshPolicy": secret.refresh_policy or "",
        "data": {key: _remote(written_out(ref)) for key, ref in sorted(secret.data.items()) if ref is not None},
        "dataFrom": [_data_from(source) for source in secret.data_from],
        "target": stated(
            {
                "name": secret.target_name or "",
                "creationPolicy": secret.creation_policy,
                "deletionPolicy": secret.deletion_policy,
                "immutable": secret.immutable or None,
            }
        ),
        **template,
    }


def _template(template: SecretTemplate) -> Values:
    return {
        "type": template.type,
        "labels": dict(sorted(template.labels.items())),
        "annotations": dict(sorted(template.annotations.items())),
        "data": dict(sorted(template.data.items())),
        "mergePolicy": template.merge_policy,
    }


def _remote(ref: RemoteRef) -> Values:
    return stated(
        {
            "key": ref.key,
            "property": ref.property,
            "version": ref.version,
            "conversionStrategy": ref.conversion,
            "decodingStrategy": ref.decoding,
            "metadataPolicy": ref.metadata,
        }
    )


def _data_from(source: DataFrom) -> Values:
    return stated(
        {
            "extract": _remote(written_out(source.extract)) if source.extract else None,
            "find": _find(source.find) if source.find else None,
            "rewrite": [_rewrite(one) for one in source.rewrite],
        }
    )


def _find(find: Find) -> Values:
    return stated(
        {
            "path": find.path,
            "name": {"regexp": find.name} if find.name else None,
            "tags": dict(sorted(find.tags.items())) or None,
            "conversionStrategy": find.conversion,
            "decodingStrategy": find.decoding,
        }
    )


def _rewrite(one: Rewrite) -> Values:
    if one.transform is not None:
        return {"transform": {"template": one.transform}}
    return {"regexp": {"source": one.source, "target": one.target}}


def _sealed_secret(secret: SealedSecret) -> Values:
    return {
        "name": secret.name or "",
        "scope": secret.scope,
        "encryptedData": {key: text for key, text in sorted(secret.encrypted_data.items()) if text is not None},
        "template": {
            "type": secret.type,
            "labels": dict(sorted(secret.labels.items())),
            "annotations": dict(sorted(secret.annotations.items())),
            **stated({"immutable": secret.immutable or None}),
        },
    }

"""Disks and volumes: claims, and what each volume of a pod is made of."""

from collections.abc import Callable, Sequence
from typing import Any

from chartgen.charting.values.container import Values, resource_field, stated
from chartgen.charting.values.placement import expression
from chartgen.models.service import WorkloadSpec
from chartgen.models.volumes import (
    Claim,
    ClaimVolume,
    ConfigMapVolume,
    Csi,
    DataSource,
    DataSourceRef,
    DownwardApi,
    DownwardItem,
    EmptyDir,
    Ephemeral,
    FibreChannel,
    HostPath,
    Iscsi,
    Item,
    Nfs,
    OwnedClaim,
    Projected,
    Projection,
    SecretProvider,
    SecretVolume,
    TrustBundle,
    Volume,
)

SECRETS_STORE = "secrets-store.csi.k8s.io"
"""The driver that fetches what a SecretProviderClass says."""


def volumes(spec: WorkloadSpec) -> list[Values]:
    """The pod's volumes: /tmp first, then by name."""
    own = [{"name": "tmp", "emptyDir": _empty_dir(spec.tmp)}] if spec.tmp else []
    return own + [{"name": name, **_source(name, volume)} for name, volume in sorted(spec.volumes.items())]


def claims(spec: WorkloadSpec) -> Values:
    """Disks of the chart's own, by the volume's name."""
    owned = {name: volume.owned_claim for name, volume in sorted(spec.volumes.items()) if volume.owned_claim}
    return {name: {**claim(one), "retain": one.retain} for name, one in owned.items()}


def claim(own: Claim) -> Values:
    """What a claim asks for."""
    return {
        "size": own.size,
        "storageClassName": own.storage_class or "",
        "accessModes": list(own.access_modes),
        "volumeName": own.volume_name or "",
        "annotations": dict(sorted(own.annotations.items())),
        **({"labels": dict(sorted(own.labels.items()))} if own.labels else {}),
        **({"matchLabels": dict(sorted(own.match_labels.items()))} if own.match_labels else {}),
        **stated({"matchExpressions": _expressions(own), **_further(own)}),
    }


def _further(own: Claim) -> Values:
    """What few claims say."""
    return {
        "volumeMode": own.volume_mode if own.volume_mode != "Filesystem" else None,
        "dataSource": _data_source(own.data_source) if own.data_source else None,
        "dataSourceRef": _data_source_ref(own.data_source_ref) if own.data_source_ref else None,
        "volumeAttributesClassName": own.attributes_class,
    }


def _expressions(own: Claim) -> list[Values]:
    return [expression(one) for one in own.match_expressions]


def _data_source(own: DataSource) -> Values:
    group = {"apiGroup": "snapshot.storage.k8s.io"} if own.kind == "VolumeSnapshot" else {}
    return {**group, "kind": own.kind, "name": own.name}


def _data_source_ref(own: DataSourceRef) -> Values:
    return stated({"apiGroup": own.api_group, "kind": own.kind, "name": own.name, "namespace": own.namespace})


def secret_providers(spec: WorkloadSpec) -> Values:
    """SecretProviderClasses of the chart's own, by the volume's name."""
    own = {name: volume.secret_provider for name, volume in sorted(spec.volumes.items()) if volume.secret_provider}
    return {name: _provider(one) for name, one in own.items()}


def _provider(own: SecretProvider) -> Values:
    return {"provider": own.provider, "parameters": dict(sorted(own.parameters.items()))}


def _source(name: str, volume: Volume) -> Values:
    """What a volume is made of, in Kubernetes' shape; ``own`` names what is the chart's."""
    for field, kubernetes, shape in _SHAPES:
        source = getattr(volume, field)
        if source is not None:
            return {kubernetes: shape(name, source)}
    return {}


def _empty_dir(own: EmptyDir) -> Values:
    return stated({"medium": own.medium, "sizeLimit": own.size_limit})


def _config_map(own: ConfigMapVolume) -> Values:
    return {**_name("name", own), **_files(own)}


def _secret(own: SecretVolume) -> Values:
    return {**_name("secretName", own), **_files(own)}


def _existing_claim(own: ClaimVolume) -> Values:
    return stated({"claimName": own.name, "readOnly": own.read_only or None})


def _owned_claim(name: str, _: OwnedClaim) -> Values:
    return {"own": name}


def _ephemeral(own: Ephemeral) -> Values:
    spec = {
        "accessModes": list(own.access_modes),
        "storageClassName": own.storage_class,
        **_further(own),
        "volumeMode": own.volume_mode,
        "volumeName": own.volume_name,
        "selector": _selector(own) or None,
        "resources": {"requests": {"storage": own.size}},
    }
    words = {"labels": dict(sorted(own.labels.items())), "annotations": dict(sorted(own.annotations.items()))}
    metadata = {key: entries for key, entries in words.items() if entries}
    return {"volumeClaimTemplate": {**({"metadata": metadata} if metadata else {}), "spec": stated(spec)}}


def _selector(own: Claim) -> Values:
    labels = dict(sorted(own.match_labels.items()))
    return stated({"matchLabels": labels or None, "matchExpressions": _expressions(own)})


def _projected(own: Projected) -> Values:
    return {"sources": [_projection(one) for one in own.sources], "defaultMode": _mode(own.default_mode)}


def _projection(own: Projection) -> Values:
    if own.token:
        token = {
            "path": own.token.path,
            "audience": own.token.audience,
            "expirationSeconds": own.token.expiration_seconds,
        }
        return {"serviceAccountToken": stated(token)}
    if own.trust_bundle:
        return {"clusterTrustBundle": _trust_bundle(own.trust_bundle)}
    if own.items is not None:
        return {"downwardAPI": {"items": [_downward(item) for item in own.items]}}
    kind = "configMap" if own.config_map or own.own_config_map else "secret"
    name, of_chart = own.config_map or own.secret, own.own_config_map or own.own_secret
    keys = [_item(item) for item in own.keys]
    return {kind: stated({"name": name, "own": of_chart, "items": keys, "optional": own.optional or None})}


def _trust_bundle(own: TrustBundle) -> Values:
    selector = {"matchLabels": dict(sorted(own.labels.items()))} if own.labels else {}
    return stated(
        {
            "name": own.name,
            "signerName": own.signer,
            "labelSelector": selector if own.signer else None,
            "path": own.path,
            "optional": own.optional or None,
        }
    )


def _downward_api(own: DownwardApi) -> Values:
    return {"items": [_downward(item) for item in own.items], "defaultMode": _mode(own.default_mode)}


def _downward(item: DownwardItem) -> Values:
    field = {"apiVersion": "v1", "fieldPath": item.field.path} if item.field else None
    resource = None
    if item.resource:
        resource = {"containerName": item.container, **resource_field(item.resource)}
    return stated({"path": item.path, "fieldRef": field, "resourceFieldRef": resource, "mode": item.mode})


def _csi(own: Csi) -> Values:
    return stated(
        {
            "driver": own.driver,
            "readOnly": own.read_only or None,
            "fsType": own.file_system,
            "volumeAttributes": dict(sorted(own.attributes.items())) or None,
            "nodePublishSecretRef": {"name": own.secret} if own.secret else None,
        }
    )


def _secret_provider(name: str, _: SecretProvider) -> Values:
    return {"driver": SECRETS_STORE, "own": name, "readOnly": True}


def _nfs(own: Nfs) -> Values:
    return stated({"server": own.server, "path": own.path, "readOnly": own.read_only or None})


def _iscsi(own: Iscsi) -> Values:
    return stated(
        {
            "targetPortal": own.portal,
            "portals": list(own.portals),
            "iqn": own.iqn,
            "lun": own.lun,
            "iscsiInterface": own.interface,
            "initiatorName": own.initiator,
            "fsType": own.file_system,
            "chapAuthDiscovery": own.chap_discovery or None,
            "chapAuthSession": own.chap_session or None,
            "secretRef": {"name": own.secret} if own.secret else None,
            "readOnly": own.read_only or None,
        }
    )


def _fc(own: FibreChannel) -> Values:
    return stated(
        {
            "targetWWNs": list(own.target_wwns or ()),
            "lun": own.lun,
            "wwids": list(own.wwids or ()),
            "fsType": own.file_system,
            "readOnly": own.read_only or None,
        }
    )


def _host_path(own: HostPath) -> Values:
    return {"path": own.path, "type": own.type}


def _alone(shape: Callable[[Any], Values]) -> Callable[[str, Any], Values]:
    return lambda _, source: shape(source)


_SHAPES: Sequence[tuple[str, str, Callable[[str, Any], Values]]] = (
    ("empty_dir", "emptyDir", _alone(_empty_dir)),
    ("config_map", "configMap", _alone(_config_map)),
    ("secret", "secret", _alone(_secret)),
    ("claim", "persistentVolumeClaim", _alone(_existing_claim)),
    ("owned_claim", "persistentVolumeClaim", _owned_claim),
    ("ephemeral", "ephemeral", _alone(_ephemeral)),
    ("projected", "projected", _alone(_projected)),
    ("downward_api", "downwardAPI", _alone(_downward_api)),
    ("csi", "csi", _alone(_csi)),
    ("secret_provider", "csi", _secret_provider),
    ("nfs", "nfs", _alone(_nfs)),
    ("iscsi", "iscsi", _alone(_iscsi)),
    ("fc", "fc", _alone(_fc)),
    ("host_path", "hostPath", _alone(_host_path)),
)
"""Our field, Kubernetes', and what turns one into the other."""


def _name(key: str, own: ConfigMapVolume | SecretVolume) -> Values:
    return {"own": own.own} if own.own else {key: own.name}


def _files(own: ConfigMapVolume | SecretVolume) -> Values:
    """Which keys become files; Kubernetes' default mode is written out, so that what is stored compares equal."""
    return stated(
        {
            "items": [_item(item) for item in own.items],
            "defaultMode": _mode(own.default_mode),
            "optional": own.optional or None,
        }
    )


def _mode(own: int | None) -> int:
    return 0o644 if own is None else own


def _item(item: Item) -> Values:
    return stated({"key": item.key, "path": item.path, "mode": item.mode})

"""Disks: bare devices, copies of others, disks of a network; certificates of authorities."""

import pytest

from chartgen import (
    ClaimTemplate,
    DataSource,
    DataSourceRef,
    Ephemeral,
    FibreChannel,
    InitContainer,
    Iscsi,
    LabelRequirement,
    Mount,
    OwnedClaim,
    Projected,
    Projection,
    StatefulSet,
    TrustBundle,
    Volume,
)
from tests.manifests.rendering import container_of, manifests_of, pod_of

pytestmark = pytest.mark.helm

SNAPSHOT = DataSource(kind="VolumeSnapshot", name="yesterday")
IMAGE_OF_A_DISK = DataSourceRef(api_group="example.com", kind="Image", name="base", namespace="golden")


def test_a_bare_device_is_found_and_not_mounted() -> None:
    raw = Volume(owned_claim=OwnedClaim(size="1Gi", volume_mode="Block"), device="/dev/xvda")
    found = manifests_of(replicas=1, volumes={"raw": raw}, tmp=None)

    container = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    assert found["PersistentVolumeClaim"]["spec"]["volumeMode"] == "Block"
    assert container["volumeDevices"] == [{"name": "raw", "devicePath": "/dev/xvda"}]
    assert "volumeMounts" not in container


def test_an_init_container_finds_a_device_of_its_own() -> None:
    raw = Volume(ephemeral=Ephemeral(size="1Gi", volume_mode="Block"))
    pod = pod_of(volumes={"raw": raw}, init_containers={"format": InitContainer(devices={"raw": "/dev/xvda"})})

    assert pod["initContainers"][0]["volumeDevices"] == [{"name": "raw", "devicePath": "/dev/xvda"}]
    assert "volumeDevices" not in pod["containers"][0]


def test_each_copy_has_a_device_of_its_own() -> None:
    claims = {"wal": ClaimTemplate(size="1Gi", volume_mode="Block", device="/dev/xvda")}
    found = manifests_of(kind="StatefulSet", stateful_set=StatefulSet(claims=claims))["StatefulSet"]["spec"]

    assert found["volumeClaimTemplates"][0]["spec"]["volumeMode"] == "Block"
    assert found["template"]["spec"]["containers"][0]["volumeDevices"] == [{"name": "wal", "devicePath": "/dev/xvda"}]


def test_a_disk_is_a_copy_of_a_snapshot() -> None:
    data = OwnedClaim(size="1Gi", data_source=SNAPSHOT, attributes_class="gold")
    spec = manifests_of(replicas=1, volumes={"data": Volume(owned_claim=data, mounts=["/data"])})

    claim = spec["PersistentVolumeClaim"]["spec"]
    assert claim["dataSource"] == {
        "apiGroup": "snapshot.storage.k8s.io",
        "kind": "VolumeSnapshot",
        "name": "yesterday",
    }
    assert claim["volumeAttributesClassName"] == "gold"
    assert (claim["volumeMode"], "dataSourceRef" in claim) == ("Filesystem", False)


def test_a_disk_is_filled_by_a_populator() -> None:
    data = OwnedClaim(size="1Gi", data_source_ref=IMAGE_OF_A_DISK)
    spec = manifests_of(replicas=1, volumes={"data": Volume(owned_claim=data, mounts=["/data"])})

    assert spec["PersistentVolumeClaim"]["spec"]["dataSourceRef"] == {
        "apiGroup": "example.com",
        "kind": "Image",
        "name": "base",
        "namespace": "golden",
    }


def test_a_disk_of_a_pod_is_a_copy_of_another_claim() -> None:
    warm = Ephemeral(size="1Gi", data_source=DataSource(kind="PersistentVolumeClaim", name="warm"))
    volumes = pod_of(volumes={"cache": Volume(ephemeral=warm, mounts=["/cache"])}, tmp=None)["volumes"]

    assert volumes[0]["ephemeral"]["volumeClaimTemplate"]["spec"]["dataSource"] == {
        "kind": "PersistentVolumeClaim",
        "name": "warm",
    }


def test_a_disk_that_is_there_is_chosen_by_conditions() -> None:
    data = OwnedClaim(size="1Gi", match_expressions=[LabelRequirement(key="rack", values=["a", "b"])])
    spec = manifests_of(replicas=1, volumes={"data": Volume(owned_claim=data, mounts=["/data"])})

    assert spec["PersistentVolumeClaim"]["spec"]["selector"] == {
        "matchExpressions": [{"key": "rack", "operator": "In", "values": ["a", "b"]}]
    }


def test_disks_of_a_network() -> None:
    target = Iscsi(portal="10.0.2.15", iqn="iqn.2001-04.com.example:disk", chap_session=True, secret="chap")
    fabric = FibreChannel(target_wwns=["500a0982991b8dc5"], lun=2, read_only=True)
    volumes = pod_of(
        volumes={"a": Volume(iscsi=target, mounts=["/a"]), "b": Volume(fc=fabric, mounts=["/b"])}, tmp=None
    )["volumes"]

    assert volumes == [
        {
            "name": "a",
            "iscsi": {
                "targetPortal": "10.0.2.15",
                "iqn": "iqn.2001-04.com.example:disk",
                "lun": 0,
                "chapAuthSession": True,
                "secretRef": {"name": "chap"},
            },
        },
        {"name": "b", "fc": {"targetWWNs": ["500a0982991b8dc5"], "lun": 2, "readOnly": True}},
    ]


def test_certificates_of_authorities_by_name_and_by_signer() -> None:
    sources = [
        Projection(trust_bundle=TrustBundle(name="root", path="root.pem", optional=True)),
        Projection(trust_bundle=TrustBundle(signer="example.com/internal", path="all.pem")),
    ]
    volumes = pod_of(volumes={"trust": Volume(projected=Projected(sources=sources), mounts=["/trust"])}, tmp=None)

    assert volumes["volumes"][0]["projected"]["sources"] == [
        {"clusterTrustBundle": {"name": "root", "path": "root.pem", "optional": True}},
        {"clusterTrustBundle": {"signerName": "example.com/internal", "labelSelector": {}, "path": "all.pem"}},
    ]


def test_a_mount_is_read_only_all_the_way_down() -> None:
    kept = Volume(config_map="kept", mounts=[Mount(path="/kept", read_only=True, recursive_read_only="Enabled")])
    container = container_of(volumes={"kept": kept}, tmp=None)

    assert container["volumeMounts"] == [
        {"name": "kept", "mountPath": "/kept", "readOnly": True, "recursiveReadOnly": "Enabled"}
    ]

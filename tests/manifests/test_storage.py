"""Disks, and what volumes are made of."""

from typing import Any

import pytest

from chartgen import (
    ClaimTemplate,
    ClaimVolume,
    Component,
    Csi,
    DownwardApi,
    DownwardItem,
    Ephemeral,
    FieldRef,
    HostPath,
    InitContainer,
    Item,
    Mount,
    Nfs,
    OwnedClaim,
    PodSecurityContext,
    Projected,
    Projection,
    ResourceField,
    Rollout,
    SecretProvider,
    SecurityContext,
    Sidecar,
    StatefulSet,
    Token,
    Volume,
)
from tests.manifests.rendering import IMAGE, manifests_of

pytestmark = pytest.mark.helm

DISK = {"data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="10Gi", storage_class="fast"))}


def volume_of(volume: Volume) -> dict[str, Any]:
    """What stands in the pod for a volume named data."""
    pod = manifests_of(replicas=1, volumes={"data": volume})["Deployment"]["spec"]["template"]["spec"]
    [found] = [one for one in pod["volumes"] if one["name"] == "data"]
    return {key: value for key, value in found.items() if key != "name"}


def test_a_disk_of_the_chart_is_made_and_stays_when_the_release_goes() -> None:
    found = manifests_of(replicas=1, volumes=DISK)

    claim = found["PersistentVolumeClaim orders-api-data"]
    assert claim["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}
    assert claim["spec"] == {
        "accessModes": ["ReadWriteOnce"],
        "storageClassName": "fast",
        "volumeMode": "Filesystem",
        "resources": {"requests": {"storage": "10Gi"}},
    }
    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert {"name": "data", "persistentVolumeClaim": {"claimName": "orders-api-data"}} in pod["volumes"]
    assert {"name": "data", "mountPath": "/data"} in pod["containers"][0]["volumeMounts"]


def test_a_disk_can_go_with_the_release() -> None:
    own = OwnedClaim(size="1Gi", retain=False, annotations={"a.b/c": "d"}, volume_name="disk-7")
    claim = manifests_of(replicas=1, volumes={"data": Volume(mounts=["/data"], owned_claim=own)})[
        "PersistentVolumeClaim"
    ]

    assert claim["metadata"]["annotations"] == {"a.b/c": "d"}
    assert claim["spec"]["volumeName"] == "disk-7"
    assert "storageClassName" not in claim["spec"]


def test_a_disk_that_one_node_can_hold_is_let_go_before_the_new_pod_comes() -> None:
    assert manifests_of(replicas=1, volumes=DISK)["Deployment"]["spec"]["strategy"] == {"type": "Recreate"}


def test_a_disk_that_many_may_hold_is_shared_by_copies() -> None:
    own = OwnedClaim(size="1Gi", access_modes=["ReadWriteMany"])
    shared = {
        "data": Volume(mounts=["/data"], owned_claim=own),
        "old": Volume(mounts=["/old"], claim=ClaimVolume(name="old", access_mode="ReadWriteMany")),
    }
    spec = manifests_of(replicas=3, volumes=shared)["Deployment"]["spec"]

    assert (spec["replicas"], spec["strategy"]["type"]) == (3, "RollingUpdate")


def test_a_stateful_set_of_one_copy_may_hold_a_disk_of_the_chart() -> None:
    found = manifests_of(kind="StatefulSet", replicas=1, volumes=DISK)

    assert found["StatefulSet"]["spec"]["updateStrategy"]["type"] == "RollingUpdate"


def test_the_files_of_a_disk_belong_to_the_group_of_the_process() -> None:
    def group(**said: Any) -> Any:
        found = manifests_of(replicas=1, **said)
        workload = found.get("StatefulSet") or found["Deployment"]
        return workload["spec"]["template"]["spec"]["securityContext"].get("fsGroup")

    claims = {"data": ClaimTemplate(size="1Gi", mounts=["/data"])}
    assert group(volumes=DISK) == 10001
    assert group(kind="StatefulSet", stateful_set=StatefulSet(claims=claims)) == 10001
    assert group(volumes=DISK, pod_security_context=PodSecurityContext(fs_group=7)) == 7
    assert group() is None


def test_a_component_has_disks_of_its_own() -> None:
    found = manifests_of(components={"worker": Component(replicas=1, volumes=DISK)})

    assert "PersistentVolumeClaim orders-api-worker-data" in found


def test_a_disk_comes_and_goes_with_its_pod() -> None:
    own = Ephemeral(size="5Gi", storage_class="fast", annotations={"a.b/c": "d"})

    template = volume_of(Volume(mounts=["/data"], ephemeral=own))["ephemeral"]["volumeClaimTemplate"]
    assert template["metadata"] == {"annotations": {"a.b/c": "d"}}
    assert template["spec"]["resources"] == {"requests": {"storage": "5Gi"}}
    assert template["spec"]["storageClassName"] == "fast"


def test_several_sources_stand_in_one_folder() -> None:
    own = Projected(
        sources=[
            Projection(config_map="ca", keys=[Item(key="ca.crt", path="ca.crt")]),
            Projection(secret="key", optional=True),
            Projection(items=[DownwardItem(path="labels", field=FieldRef("metadata.labels['app']"), mode=0o400)]),
            Projection(token=Token(path="token", audience="vault", expiration_seconds=600)),
        ],
        default_mode=0o440,
    )

    assert volume_of(Volume(mounts=["/data"], projected=own)) == {
        "projected": {
            "defaultMode": 0o440,
            "sources": [
                {"configMap": {"name": "ca", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
                {"secret": {"name": "key", "optional": True}},
                {
                    "downwardAPI": {
                        "items": [
                            {
                                "path": "labels",
                                "mode": 0o400,
                                "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.labels['app']"},
                            }
                        ]
                    }
                },
                {"serviceAccountToken": {"path": "token", "audience": "vault", "expirationSeconds": 600}},
            ],
        }
    }


def test_what_is_known_of_the_pod_stands_in_files() -> None:
    memory = DownwardItem(path="memory", resource=ResourceField("limits.memory"), container="orders-api")
    name = DownwardItem(path="name", field=FieldRef("metadata.name"))

    assert volume_of(Volume(mounts=["/data"], downward_api=DownwardApi(items=[name, memory]))) == {
        "downwardAPI": {
            "defaultMode": 0o644,
            "items": [
                {"path": "name", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.name"}},
                {
                    "path": "memory",
                    "resourceFieldRef": {"containerName": "orders-api", "resource": "limits.memory", "divisor": "1"},
                },
            ],
        }
    }


def test_drivers_servers_and_nodes_bring_volumes() -> None:
    csi = Csi(driver="csi.cert-manager.io", attributes={"a": "b"}, read_only=True, file_system="ext4", secret="key")

    assert volume_of(Volume(mounts=["/data"], csi=csi))["csi"] == {
        "driver": "csi.cert-manager.io",
        "readOnly": True,
        "fsType": "ext4",
        "volumeAttributes": {"a": "b"},
        "nodePublishSecretRef": {"name": "key"},
    }
    nfs = Nfs(server="files.example.com", path="/exports", read_only=True)
    assert volume_of(Volume(mounts=["/data"], nfs=nfs))["nfs"] == {
        "server": "files.example.com",
        "path": "/exports",
        "readOnly": True,
    }
    node = HostPath(path="/var/log", because="It ships the node's logs.")
    assert volume_of(Volume(mounts=["/data"], host_path=node))["hostPath"] == {"path": "/var/log", "type": "Directory"}


def test_secrets_of_an_outside_store_have_a_class_of_the_charts() -> None:
    own = SecretProvider(provider="vault", parameters={"roleName": "orders"})
    found = manifests_of(volumes={"keys": Volume(mounts=["/keys"], secret_provider=own)})

    kept = found["SecretProviderClass orders-api-keys"]
    assert kept["spec"] == {"provider": "vault", "parameters": {"roleName": "orders"}}
    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert {
        "name": "keys",
        "csi": {
            "driver": "secrets-store.csi.k8s.io",
            "readOnly": True,
            "volumeAttributes": {"secretProviderClass": "orders-api-keys"},
        },
    } in pod["volumes"]


def test_a_volume_may_be_for_other_containers_alone() -> None:
    disk = {"data": Volume(owned_claim=OwnedClaim(size="1Gi"))}
    found = manifests_of(replicas=1, volumes=disk, init_containers={"load": InitContainer(mounts={"data": ["/out"]})})

    pod = found["Deployment"]["spec"]["template"]["spec"]
    assert pod["initContainers"][0]["volumeMounts"] == [{"name": "data", "mountPath": "/out"}]
    assert [mount["name"] for mount in pod["containers"][0]["volumeMounts"]] == ["tmp"]


def test_a_mount_says_which_part_of_a_volume_and_who_sees_what_is_mounted_later() -> None:
    mounts = [
        Mount(path="/a", sub_path_expr="$(POD)/a"),
        Mount(path="/b", mount_propagation="HostToContainer", read_only=True),
    ]
    found = manifests_of(
        replicas=1, volumes={"data": Volume(mounts=mounts, claim="old")}, rollout=Rollout(strategy="Recreate")
    )

    listed = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]["volumeMounts"]
    assert listed[1:] == [
        {"name": "data", "mountPath": "/a", "subPathExpr": "$(POD)/a"},
        {"name": "data", "mountPath": "/b", "readOnly": True, "mountPropagation": "HostToContainer"},
    ]


def test_a_privileged_container_may_mount_for_the_node() -> None:
    own = Volume(
        mounts=[Mount(path="/mnt", mount_propagation="Bidirectional")], host_path=HostPath(path="/mnt", because="x")
    )
    agent = SecurityContext(privileged=True, allow_privilege_escalation=True, because="it mounts for the node")
    found = manifests_of(volumes={"mnt": own}, security_context=agent, sidecars={"x": Sidecar()})

    mounts = found["Deployment"]["spec"]["template"]["spec"]["containers"][0]["volumeMounts"]
    assert {"name": "mnt", "mountPath": "/mnt", "mountPropagation": "Bidirectional"} in mounts


def test_a_sidecar_that_is_privileged_may_mount_for_the_node_though_the_service_is_not() -> None:
    mount = Mount(path="/mnt", mount_propagation="Bidirectional")
    sidecar = Sidecar(
        image=IMAGE,
        security_context=SecurityContext(
            privileged=True, allow_privilege_escalation=True, because="it mounts for the node"
        ),
        mounts={"node": [mount]},
    )
    node = Volume(host_path=HostPath(path="/mnt", because="a node agent"))

    pod = manifests_of(volumes={"node": node}, sidecars={"mounter": sidecar})["Deployment"]["spec"]["template"]["spec"]
    mounts = [one for container in pod["initContainers"] for one in container["volumeMounts"] if one["name"] == "node"]
    assert [one["mountPropagation"] for one in mounts] == ["Bidirectional"]

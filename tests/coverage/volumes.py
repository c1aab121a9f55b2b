"""Volumes of every sort, and where containers find them."""

from chartgen import (
    ClaimVolume,
    ConfigEntry,
    ConfigFile,
    ConfigMap,
    ConfigMapVolume,
    Csi,
    DataSource,
    DataSourceRef,
    DownwardApi,
    DownwardItem,
    EmptyDir,
    Ephemeral,
    FibreChannel,
    FieldRef,
    HostPath,
    Image,
    InitContainer,
    Iscsi,
    Item,
    LabelRequirement,
    Mount,
    Nfs,
    OwnedClaim,
    Projected,
    Projection,
    ResourceField,
    SecretVolume,
    Service,
    Token,
    TrustBundle,
    Volume,
)

FACTS = [
    DownwardItem(path="labels", field=FieldRef("metadata.labels['a']"), mode=0o440),
    DownwardItem(path="memory", resource=ResourceField("limits.memory"), container="volumes"),
]

service = Service(
    name="volumes",
    image=Image(repository="ghcr.io/acme/volumes", tag="1.4.2"),
    replicas=1,
    config_maps={
        "settings": ConfigMap(data={"a.yaml": "a: 1"}),
        "bytes": ConfigMap(data={"logo": ConfigEntry(binary="AAAA")}),
    },
    config_files={"app.conf": ConfigFile(content="a=1", mount_path="/etc/app.conf")},
    volumes={
        "settings": Volume(
            config_map=ConfigMapVolume(
                name="settings", items=[Item(key="a", path="b", mode=0o440)], default_mode=0o400
            ),
            mounts=[Mount(path="/etc/a", sub_path="b", read_only=True)],
        ),
        "keys": Volume(
            secret=SecretVolume(
                name="keys", items=[Item(key="a", path="b", mode=0o440)], default_mode=0o400, optional=True
            ),
            mounts=["/etc/keys"],
        ),
        "hints": Volume(
            config_map=ConfigMapVolume(name="hints", optional=True), mounts=[Mount(path="/h", sub_path_expr="$(POD)")]
        ),
        "scratch": Volume(empty_dir=EmptyDir(medium="Memory", size_limit="64Mi"), mounts=["/scratch"]),
        "kept": Volume(
            config_map="kept", mounts=[Mount(path="/kept", read_only=True, recursive_read_only="IfPossible")]
        ),
        "shared": Volume(
            claim=ClaimVolume(name="shared", access_mode="ReadWriteMany", read_only=True), mounts=["/shared"]
        ),
        "data": Volume(
            owned_claim=OwnedClaim(
                size="10Gi",
                storage_class="fast",
                access_modes=["ReadWriteMany"],
                annotations={"example.com/backup": "daily"},
                labels={"backup": "daily"},
                volume_name="disk-7",
                match_labels={"speed": "high"},
                match_expressions=[LabelRequirement(key="rack", values=["a"])],
                data_source=DataSource(kind="VolumeSnapshot", name="yesterday"),
                attributes_class="gold",
            ),
            mounts=["/data"],
        ),
        "raw": Volume(
            owned_claim=OwnedClaim(
                size="10Gi",
                volume_mode="Block",
                access_modes=["ReadWriteMany"],
                data_source_ref=DataSourceRef(api_group="example.com", kind="Image", name="base", namespace="golden"),
            ),
            device="/dev/xvda",
        ),
        "cache": Volume(
            ephemeral=Ephemeral(
                size="1Gi",
                storage_class="fast",
                volume_name="disk-8",
                labels={"backup": "never"},
                annotations={"example.com/backup": "never"},
                match_labels={"speed": "high"},
                match_expressions=[LabelRequirement(key="rack", values=["a"])],
                data_source=DataSource(kind="PersistentVolumeClaim", name="warm"),
                attributes_class="gold",
            ),
            mounts=["/cache"],
        ),
        "filled": Volume(
            ephemeral=Ephemeral(
                size="1Gi",
                volume_mode="Block",
                data_source_ref=DataSourceRef(api_group="example.com", kind="Image", name="base", namespace="golden"),
            ),
        ),
        "target": Volume(
            iscsi=Iscsi(
                portal="10.0.2.15:3260",
                portals=["10.0.2.16:3260"],
                iqn="iqn.2001-04.com.example:storage",
                lun=1,
                interface="eth0",
                initiator="iqn.2001-04.com.example:client",
                file_system="xfs",
                chap_discovery=True,
                chap_session=True,
                secret="chap",
                read_only=True,
            ),
            mounts=["/target"],
        ),
        "fabric": Volume(
            fc=FibreChannel(target_wwns=["500a0982991b8dc5"], lun=2, file_system="xfs", read_only=True),
            mounts=["/fabric"],
        ),
        "world": Volume(fc=FibreChannel(wwids=["3600508b400105e210000900000490000"]), mounts=["/world"]),
        "all": Volume(
            projected=Projected(
                sources=[
                    Projection(token=Token(path="token", audience="vault", expiration_seconds=7200)),
                    Projection(config_map="settings", keys=[Item(key="a", path="b", mode=0o440)], optional=True),
                    Projection(secret="keys", keys=[Item(key="a", path="c", mode=0o440)], optional=True),
                    Projection(items=FACTS),
                    Projection(trust_bundle=TrustBundle(name="root", path="root.pem", optional=True)),
                    Projection(trust_bundle=TrustBundle(signer="example.com/x", labels={"a": "b"}, path="x.pem")),
                ],
                default_mode=0o400,
            ),
            mounts=["/all"],
        ),
        "pod": Volume(
            downward_api=DownwardApi(items=FACTS, default_mode=0o400),
            mounts=["/pod"],
        ),
        "driver": Volume(
            csi=Csi(
                driver="csi.example.com", attributes={"a": "b"}, read_only=True, file_system="ext4", secret="driver"
            ),
            mounts=["/driver"],
        ),
        "exports": Volume(nfs=Nfs(server="nfs.internal", path="/exports", read_only=True), mounts=["/exports"]),
        "node": Volume(
            host_path=HostPath(path="/var/log", type="DirectoryOrCreate", because="it reads the node's logs"),
            mounts=[Mount(path="/logs", mount_propagation="HostToContainer")],
        ),
    },
    init_containers={
        "prepare": InitContainer(
            mounts={
                "data": [Mount(path="/data", sub_path="a", read_only=True, recursive_read_only="IfPossible")],
                "node": [Mount(path="/logs", sub_path_expr="$(POD)", mount_propagation="HostToContainer")],
            },
            devices={"filled": "/dev/xvdb"},
        ),
    },
)

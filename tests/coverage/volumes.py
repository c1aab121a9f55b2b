"""Volumes of every sort, and where containers find them."""

from chartgen import (
    ClaimVolume,
    ConfigEntry,
    ConfigFile,
    ConfigMap,
    ConfigMapVolume,
    Csi,
    DownwardApi,
    DownwardItem,
    EmptyDir,
    Ephemeral,
    FieldRef,
    HostPath,
    Image,
    InitContainer,
    Item,
    Mount,
    Nfs,
    OwnedClaim,
    Projected,
    Projection,
    SecretVolume,
    Service,
    Token,
    Volume,
)

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
        "scratch": Volume(empty_dir=EmptyDir(medium="Memory", size_limit="64Mi"), mounts=["/scratch"]),
        "shared": Volume(claim=ClaimVolume(name="shared", access_mode="ReadWriteMany"), mounts=["/shared"]),
        "data": Volume(
            owned_claim=OwnedClaim(
                size="10Gi",
                storage_class="fast",
                access_modes=["ReadWriteMany"],
                annotations={"example.com/backup": "daily"},
                labels={"backup": "daily"},
                volume_name="disk-7",
                match_labels={"speed": "high"},
            ),
            mounts=["/data"],
        ),
        "cache": Volume(ephemeral=Ephemeral(size="1Gi", storage_class="fast"), mounts=["/cache"]),
        "all": Volume(
            projected=Projected(
                sources=[
                    Projection(token=Token(path="token", audience="vault", expiration_seconds=7200)),
                    Projection(config_map="settings", keys=[Item(key="a", path="b")]),
                    Projection(secret="keys", keys=[Item(key="a", path="c")]),
                ],
                default_mode=0o400,
            ),
            mounts=["/all"],
        ),
        "pod": Volume(
            downward_api=DownwardApi(items=[DownwardItem(path="labels", field=FieldRef("metadata.labels['a']"))]),
            mounts=["/pod"],
        ),
        "driver": Volume(csi=Csi(driver="csi.example.com", attributes={"a": "b"}, read_only=True), mounts=["/driver"]),
        "exports": Volume(nfs=Nfs(server="nfs.internal", path="/exports", read_only=True), mounts=["/exports"]),
        "node": Volume(
            host_path=HostPath(path="/var/log", type="DirectoryOrCreate", because="it reads the node's logs"),
            mounts=[Mount(path="/logs", mount_propagation="HostToContainer")],
        ),
    },
    init_containers={
        "prepare": InitContainer(mounts={"data": [Mount(path="/data", sub_path="a", read_only=True)]}),
    },
)

# error: service.py:21: stateful_set.claims.wal.mounts: mounts a bare device, which has no files
# hint: write device="/dev/xvda"
# error: service.py:22: stateful_set.claims.nobody: is mounted by no container
# hint: write mounts=["/data"]
# error: service.py:26: volumes.scratch.device: goes with a disk: owned_claim, ephemeral, claim
# error: service.py:27: volumes.files.owned_claim.volume_mode: is Filesystem, which has no device
# hint: write volume_mode="Block"
# error: service.py:28: volumes.both.device: is the device of a volume that is mounted as well
# error: service.py:28: volumes.both.mounts: mounts a bare device, which has no files
# hint: write device="/dev/xvda"
# error: service.py:30: init_containers.prepare.devices.other: is no volume of the pod; there are scratch, files, both, wal, nobody
from chartgen import ClaimTemplate, EmptyDir, Ephemeral, Image, InitContainer, OwnedClaim, Service, StatefulSet, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    replicas=1,
    stateful_set=StatefulSet(
        claims={
            "wal": ClaimTemplate(size="1Gi", volume_mode="Block", mounts=["/wal"]),
            "nobody": ClaimTemplate(size="1Gi"),
        },
    ),
    volumes={
        "scratch": Volume(empty_dir=EmptyDir(), device="/dev/xvda"),
        "files": Volume(owned_claim=OwnedClaim(size="1Gi"), device="/dev/xvdb"),
        "both": Volume(ephemeral=Ephemeral(size="1Gi", volume_mode="Block"), device="/dev/xvdc", mounts=["/both"]),
    },
    init_containers={"prepare": InitContainer(devices={"other": "/dev/xvdd"})},
)

# error: service.py:8: replicas: asks for several copies, and the disk 'data' can be held by one (ReadWriteOnce) (volumes.data at service.py:9)
# hint: write replicas=1; or a StatefulSet, whose copies have a disk each; or access mode ReadWriteMany
from chartgen import Image, OwnedClaim, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    replicas=3,
    volumes={"data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="1Gi"))},
)

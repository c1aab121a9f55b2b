# error: service.py:14: components.worker.volumes.data: makes the PersistentVolumeClaim <fullname>-worker-data, as another field does (volumes.worker-data at service.py:10)
# hint: give it another name
from chartgen import Component, Image, OwnedClaim, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    replicas=1,
    volumes={"worker-data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="10Gi"))},
    components={
        "worker": Component(
            replicas=1,
            volumes={"data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="10Gi"))},
        ),
    },
)

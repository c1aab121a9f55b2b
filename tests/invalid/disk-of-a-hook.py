# error: service.py:13: components.migrate.volumes.data.owned_claim: is a disk of a hook, which Helm deletes with the hook
# hint: write ephemeral=Ephemeral(…) for scratch space, or claim=… for one that is there already
from chartgen import Component, Hook, Image, Job, OwnedClaim, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    components={
        "migrate": Component(
            kind="Job",
            job=Job(hook=Hook()),
            volumes={"data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="10Gi"))},
        ),
    },
)

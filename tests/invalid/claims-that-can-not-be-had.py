# error: service.py:12: volumes.data.owned_claim.size: is nothing
# hint: write size="10Gi"
# error: service.py:15: volumes.work.ephemeral.access_modes: says ReadWriteOncePod, which goes with no other
from chartgen import Ephemeral, Image, OwnedClaim, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    replicas=1,
    volumes={
        "data": Volume(mounts=["/data"], owned_claim=OwnedClaim(size="0")),
        "work": Volume(
            mounts=["/work"],
            ephemeral=Ephemeral(size="1Gi", access_modes=["ReadWriteOncePod", "ReadWriteOnce"]),
        ),
    },
)

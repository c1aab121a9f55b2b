# error: service.py:10: rollout.strategy: starts the new pod beside the old one, which holds the disk 'data' (ReadWriteOnce) (volumes.data at service.py:9)
# hint: leave it out: it is Recreate then
from chartgen import Image, Rollout, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    replicas=1,
    volumes={"data": Volume(mounts=["/data"], claim="orders")},
    rollout=Rollout(strategy="RollingUpdate"),
)

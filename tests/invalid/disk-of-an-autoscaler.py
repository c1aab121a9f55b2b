# error: service.py:9: autoscaling: asks for several copies, and the disk 'data' can be held by one (ReadWriteOnce) (volumes.data at service.py:8)
# hint: write replicas=1; or a StatefulSet, whose copies have a disk each; or access mode ReadWriteMany
from chartgen import Autoscaling, Image, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={"data": Volume(mounts=["/data"], claim="orders")},
    autoscaling=Autoscaling(),
)

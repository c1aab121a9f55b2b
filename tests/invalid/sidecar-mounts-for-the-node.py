# error: service.py:15: sidecars.shipper.mounts.node[0].mount_propagation: is Bidirectional, which a privileged container only may ask for
from chartgen import HostPath, Image, Mount, SecurityContext, Service, Sidecar, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    security_context=SecurityContext(
        privileged=True, allow_privilege_escalation=True, because="it mounts for the node"
    ),
    volumes={"node": Volume(host_path=HostPath(path="/mnt", because="a node agent"))},
    sidecars={
        "shipper": Sidecar(
            image=Image(repository="ghcr.io/acme/shipper", tag="1.0.0"),
            mounts={"node": [Mount(path="/mnt", mount_propagation="Bidirectional")]},
        ),
    },
)

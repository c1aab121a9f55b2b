# error: service.py:12: volumes.data.mounts[0].recursive_read_only: goes with read_only=True
# error: service.py:14: volumes.data.mounts[1].recursive_read_only: can't be had with mount_propagation='HostToContainer'
from chartgen import EmptyDir, Image, Mount, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "data": Volume(
            empty_dir=EmptyDir(),
            mounts=[
                Mount(path="/a", recursive_read_only="Enabled"),
                Mount(
                    path="/b", read_only=True, recursive_read_only="IfPossible", mount_propagation="HostToContainer"
                ),
            ],
        ),
    },
)

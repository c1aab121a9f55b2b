# error: service.py:11: volumes.cache.mounts[0]: says both sub_path and sub_path_expr
# error: service.py:12: volumes.cache.mounts[1].mount_propagation: is Bidirectional, which a privileged container only may ask for
from chartgen import EmptyDir, Image, Mount, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "cache": Volume(
            mounts=[
                Mount(path="/a", sub_path="a", sub_path_expr="$(A)"),
                Mount(path="/b", mount_propagation="Bidirectional"),
            ],
            empty_dir=EmptyDir(),
        ),
    },
)

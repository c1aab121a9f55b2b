# error: service.py:30: volumes.logs.mounts[0].sub_path_expr: is '../$(POD_NAME)', which leads out of the volume
# error: service.py:31: volumes.node.host_path.path: is '/var/../etc', which leads out of the volume
# error: service.py:34: volumes.pod.downward_api.items[0].path: is '../name', which leads out of the volume
# error: service.py:40: volumes.all.projected.sources[0].token.path: is '../token', which leads out of the volume
# error: service.py:41: volumes.all.projected.sources[1].keys[0].path: is '../a', which leads out of the volume
# error: service.py:42: volumes.all.projected.sources[2].items[0].path: is '../b', which leads out of the volume
# error: service.py:50: sidecars.shipper.mounts.logs[0].sub_path: is '../other', which leads out of the volume
from chartgen import (
    DownwardApi,
    DownwardItem,
    EmptyDir,
    FieldRef,
    HostPath,
    Image,
    Item,
    Mount,
    Projected,
    Projection,
    Service,
    Sidecar,
    Token,
    Volume,
)

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    volumes={
        "logs": Volume(mounts=[Mount(path="/logs", sub_path_expr="../$(POD_NAME)")], empty_dir=EmptyDir()),
        "node": Volume(mounts=["/node"], host_path=HostPath(path="/var/../etc", because="a node agent")),
        "pod": Volume(
            mounts=["/pod"],
            downward_api=DownwardApi(items=[DownwardItem(path="../name", field=FieldRef("metadata.name"))]),
        ),
        "all": Volume(
            mounts=["/all"],
            projected=Projected(
                sources=[
                    Projection(token=Token(path="../token")),
                    Projection(config_map="orders", keys=[Item(key="a", path="../a")]),
                    Projection(items=[DownwardItem(path="../b", field=FieldRef("metadata.name"))]),
                ],
            ),
        ),
    },
    sidecars={
        "shipper": Sidecar(
            image=Image(repository="ghcr.io/acme/shipper", tag="1.0.0"),
            mounts={"logs": [Mount(path="/logs", sub_path="../other")]},
        ),
    },
)

# error: service.py:15: volumes.pod.downward_api.items[0]: needs exactly one of field and resource
# error: service.py:16: volumes.pod.downward_api.items[1].container: goes with resource, which says whose it is
# error: service.py:17: volumes.pod.downward_api.items[2].field: is 'status.podIP', which is known to variables only
# hint: a file takes fields of metadata
from chartgen import DownwardApi, DownwardItem, FieldRef, Image, ResourceField, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "pod": Volume(
            mounts=["/pod"],
            downward_api=DownwardApi(
                items=[
                    DownwardItem(path="a"),
                    DownwardItem(path="b", resource=ResourceField("limits.cpu")),
                    DownwardItem(path="c", field=FieldRef("status.podIP")),
                ]
            ),
        ),
    },
)

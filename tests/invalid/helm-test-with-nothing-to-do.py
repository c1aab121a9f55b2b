# error: service.py:14: tests.idle: needs http or command
# error: service.py:15: tests.torn: says both http and command
# error: service.py:16: tests.connection: is the name of connection_test
# hint: choose another name, or write connection_test
from chartgen import HelmTest, Image, Service

IMAGE = "docker.io/library/busybox@sha256:6dd8ba5ab1ad1df3c1d1f0ed1d4b1cf2f33d2b6c8d5ce5ad8ed6c5d3f5f3b1aa"

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    tests={
        "idle": HelmTest(image=IMAGE),
        "torn": HelmTest(image=IMAGE, http="/", command=["true"]),
        "connection": HelmTest(image=IMAGE, command=["true"]),
    },
)

# error: service.py:9: bindings[0]: gives cluster-admin, which needs a reason
# hint: write because="…", or give less
from chartgen import Binding, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    bindings=[Binding("cluster-admin")],
)

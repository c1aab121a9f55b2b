# error: service.py:13: host_users: is False, which goes with no namespace of the node (host at service.py:12)
# error: service.py:14: stdin_once: goes with stdin=True
# error: service.py:15: scheduling_gates[1]: is example.com/quota, which stands there already
# error: service.py:16: sidecars.proxy.resize_policy.memory: restarts a container, and the pods of this Job restart none
# hint: write restart_policy="OnFailure"
from chartgen import HostAccess, Image, Job, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    host=HostAccess(network=True, because="it sets up the network of the node"),
    host_users=False,
    stdin_once=True,
    scheduling_gates=["example.com/quota", "example.com/quota"],
    sidecars={"proxy": Sidecar(resize_policy={"memory": "RestartContainer"})},
)

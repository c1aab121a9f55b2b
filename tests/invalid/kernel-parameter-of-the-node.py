# error: service.py:10: pod_security_context.sysctls.kernel.shm_rmid_forced: is a parameter of shared memory, which is the node's here (host.ipc at service.py:8)
# error: service.py:10: pod_security_context.sysctls.net.core.somaxconn: is a parameter of the network, which is the node's here (host.network at service.py:8)
from chartgen import HostAccess, Image, PodSecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    host=HostAccess(network=True, ipc=True, because="the agent measures the node"),
    pod_security_context=PodSecurityContext(
        sysctls={"net.core.somaxconn": "1024", "kernel.shm_rmid_forced": "1"},
    ),
)

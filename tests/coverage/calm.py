"""A pod of the few words: probes by TCP, the drain's sleep, processes shared within the pod."""

from chartgen import HostAccess, Image, LivenessProbe, Probes, ReadinessProbe, Rollout, Service, StartupProbe, TcpSocket

service = Service(
    name="calm",
    image=Image(repository="ghcr.io/acme/calm", tag="1.4.2"),
    replicas=1,
    ports={"tcp": 7000},
    probes=Probes(
        readiness=ReadinessProbe(tcp=TcpSocket(port="tcp")),
        liveness=LivenessProbe(tcp=TcpSocket(port="tcp")),
        startup=StartupProbe(tcp=TcpSocket(port="tcp")),
    ),
    rollout=Rollout(strategy="Recreate"),
    share_process_namespace=True,
    host=HostAccess(ipc=True, because="it shares memory with the agent of the node"),
)

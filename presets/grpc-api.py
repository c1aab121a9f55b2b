"""grpc-api: a service that answers gRPC calls. Every choice carries its reason."""

from chartgen import Grpc, LivenessProbe, Port, Preset, Probes, ReadinessProbe, Shutdown, TcpSocket

preset = Preset(
    name="grpc-api",
    version="0.1.0",
    description="A service that answers gRPC calls.",
    extends=["cluster"],
    # Three copies survive the loss of a node while one more is replaced.
    replicas=3,
    # 9090 needs no right to open a port below 1024; meshes and gateways read what is spoken on it.
    ports={"grpc": Port(port=9090, app_protocol="grpc")},
    # Readiness asks the health protocol, which may test the database; liveness only if the process still listens, for
    # its failure restarts the container.
    probes=Probes(readiness=ReadinessProbe(grpc=Grpc()), liveness=LivenessProbe(tcp=TcpSocket())),
    # Connections outlive the drain's sleep, since clients keep them open: let the server close them after 30 seconds
    # (its maximum connection age), which the longest request covers, so that a stop cuts off no call.
    shutdown=Shutdown(drain_seconds=10, longest_request_seconds=30),
)

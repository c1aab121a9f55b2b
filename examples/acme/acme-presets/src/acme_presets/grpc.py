"""grpc: answers gRPC calls of other services. Every choice carries its reason."""

from chartgen import Lock, Port, Preset

preset = Preset(
    name="grpc",
    version="1.4.0",
    description="Answers gRPC calls of other services; never on the internet.",
    extends=["chartgen/grpc-api", "server"],
    # Metrics are HTTP, so they have a port of their own.
    ports={"metrics": Port(port=9464)},
    size="small",
    locks=[
        Lock("routes", absent=True, reason="gRPC is spoken between services; what browsers call is an acme/api"),
    ],
)

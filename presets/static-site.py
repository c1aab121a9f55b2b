"""static-site: files behind a web server. Every choice carries its reason."""

from chartgen import LivenessProbe, Preset, Probes, Resources, Shutdown, TcpSocket

preset = Preset(
    name="static-site",
    version="0.1.0",
    description="Files behind a web server that needs no root and no disk.",
    extends=["cluster"],
    # Two: one answers while the other's node is drained. Files start in a second, so a third copy buys little.
    replicas=2,
    # 8080 needs no right to open a port below 1024; so does nginx-unprivileged.
    ports={"http": 8080},
    # A page that comes is all there is to ask; liveness asks only if the process listens, never the same page.
    probes=Probes(readiness="/", liveness=LivenessProbe(tcp=TcpSocket()), start_seconds=30),
    # Files cost next to nothing.
    resources=Resources(cpu="25m", memory="32Mi", memory_limit="64Mi"),
    # No request takes long; the drain is still needed, for endpoints go while the pod already stops.
    shutdown=Shutdown(drain_seconds=10, longest_request_seconds=10),
)

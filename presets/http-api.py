"""http-api: a service that answers HTTP requests. Every choice carries its reason."""

from chartgen import Preset, Probes

preset = Preset(
    name="http-api",
    version="0.1.0",
    description="A service that answers HTTP requests.",
    extends=["cluster"],
    # Three copies survive the loss of a node while one more is replaced.
    replicas=3,
    # 8080 needs no right to open a port below 1024.
    ports={"http": 8080},
    # Readiness may test the database; liveness tests nothing but the process, for its failure restarts the container.
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
)

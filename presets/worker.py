"""worker: runs in the background and takes no requests. Every choice carries its reason."""

from chartgen import Preset, Probes, Shutdown

preset = Preset(
    name="worker",
    version="0.1.0",
    description="A process that works in the background and takes no requests.",
    extends=["cluster"],
    # Two: one goes on while the other is replaced. Nobody waits for an answer, so the third copy buys little.
    replicas=2,
    # Nobody calls it, so there is nothing to be ready for. A liveness probe that fits the program is the service's own:
    # a wrong one restarts healthy workers.
    probes=Probes(readiness=None),
    # No load balancer has to take notice, so SIGTERM comes at once; what is being worked on has a minute to finish.
    shutdown=Shutdown(drain_seconds=0, longest_request_seconds=60),
)

"""agent: one copy on each node. Every choice carries its reason."""

from chartgen import DaemonSet, Preset, Probes, Resources, Shutdown

preset = Preset(
    name="agent",
    version="0.1.0",
    description="One copy on each node: collects logs, metrics or images.",
    extends=["cluster"],
    kind="DaemonSet",
    daemon_set=DaemonSet(
        # A tenth of the nodes at a time: one by one takes hours in a large cluster.
        max_unavailable="10%",
        # Control planes and nodes in trouble are where it is wanted most.
        every_node=True,
    ),
    # Nobody calls it, so there is nothing to be ready for.
    probes=Probes(readiness=None),
    # It pays on every node, so little; the memory limit is what keeps a leak from evicting the node's own work.
    resources=Resources(cpu="50m", memory="64Mi", memory_limit="128Mi"),
    # No load balancer has to take notice.
    shutdown=Shutdown(drain_seconds=0, longest_request_seconds=25),
)

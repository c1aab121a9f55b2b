"""agent: one copy on each node, for the platform team itself."""

from chartgen import Preset

preset = Preset(
    name="agent",
    version="1.0.0",
    description="One copy on each node, for the platform team itself.",
    extends=["chartgen/agent", "base"],
    # When a node runs out of memory, its eyes and ears go last.
    priority_class="system-node-critical",
)

"""An agent on every node: it reads the node's logs, and ships them."""

from chartgen import (
    ConfigFile,
    DaemonSet,
    FieldRef,
    HostPath,
    Image,
    Mount,
    Overlay,
    PodSecurityContext,
    Probes,
    Resources,
    Service,
    ServiceSpec,
    Volume,
)

CONFIG = """\
[sources.pods]
type = "kubernetes_logs"

[sinks.store]
type = "loki"
inputs = ["pods"]
endpoint = "http://loki.logging:3100"
"""

service = Service(
    name="node-agent",
    description="Reads the logs of every pod on its node, and ships them.",
    owner="team-platform",
    kind="DaemonSet",
    # Control planes too, and nodes in trouble: that is where logs are wanted most.
    daemon_set=DaemonSet(every_node=True, max_unavailable="10%"),
    image=Image(repository="ghcr.io/acme/node-agent", tag="0.41.1"),
    env={"NODE": FieldRef("spec.nodeName")},
    config_files={"agent.toml": ConfigFile(content=CONFIG, mount_path="/etc/agent/agent.toml")},
    ports={"metrics": 9598},
    # Each agent is asked by itself, and by its own node alone.
    service=ServiceSpec(headless=True),
    probes=Probes(readiness="/health"),
    volumes={
        "pods": Volume(
            mounts=[Mount(path="/var/log/pods", read_only=True)],
            host_path=HostPath(path="/var/log/pods", because="The kubelet writes the logs there."),
        ),
    },
    # The logs of the node belong to root.
    pod_security_context=PodSecurityContext(run_as_non_root=False, run_as_user=0, run_as_group=0),
    resources=Resources(cpu="50m", memory="128Mi"),
    priority_class="system-node-critical",
    environments={
        "staging": Overlay(resources=Resources(cpu="20m", memory="64Mi")),
        "production": Overlay(
            image=Image(
                tag="0.41.1",
                digest="sha256:c1f0a9b8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817065f4e3d2",
            ),
        ),
    },
)

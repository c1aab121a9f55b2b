"""queue-consumer: works off a queue or a topic, as many copies as it needs. Every choice carries its reason."""

from chartgen import Keda, Preset, Rollout, ScaleDown, ScalingPolicy

preset = Preset(
    name="queue-consumer",
    version="0.1.0",
    description="A worker that works off a queue; KEDA scales it. The service states keda.triggers.",
    extends=["worker"],
    keda=Keda(
        # One keeps the first message from waiting for a start; 0 is for queues that are empty for hours.
        min_replicas=1,
        # A ceiling, so that a metric gone wrong does not run to ten thousand. Of Kafka, no more than partitions.
        max_replicas=10,
        # Each copy that comes or goes moves a consumer group's partitions, so they go slowly: after five quiet
        # minutes, a quarter of them a minute.
        scale_down=ScaleDown(
            stabilization_window_seconds=300,
            policies=[ScalingPolicy(type="Percent", value=25, period_seconds=60)],
        ),
    ),
    # A new copy has to keep running for ten seconds before the next is replaced: a group that is rebalanced at every
    # crash stands still.
    rollout=Rollout(min_ready_seconds=10),
)

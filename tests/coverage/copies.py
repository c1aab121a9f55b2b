"""Copies with a name and a disk each, and a copy on each node."""

from chartgen import ClaimTemplate, Component, DaemonSet, Image, Rollout, Service, StatefulSet

service = Service(
    name="copies",
    kind="StatefulSet",
    image=Image(repository="ghcr.io/acme/copies", tag="1.4.2"),
    annotations={"example.com/contact": "data"},
    replicas=3,
    ports={"sql": 5432},
    config={"LOG_LEVEL": "info"},
    rollout=Rollout(min_ready_seconds=5, revision_history_limit=3),
    stateful_set=StatefulSet(
        claims={
            "data": ClaimTemplate(
                size="10Gi",
                storage_class="fast",
                mounts=["/data"],
                labels={"backup": "daily"},
                annotations={"example.com/backup": "daily"},
                access_modes=["ReadWriteOncePod"],
            )
        },
        pod_management_policy="Parallel",
        partition=1,
        first_ordinal=1,
        when_deleted="Delete",
        when_scaled="Delete",
    ),
    components={
        "agent": Component(
            kind="DaemonSet",
            rollout=Rollout(min_ready_seconds=5),
            daemon_set=DaemonSet(max_unavailable=2, every_node=True),
        ),
    },
)

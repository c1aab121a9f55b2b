"""Copies with a name and a disk each, and a copy on each node."""

from chartgen import (
    ClaimTemplate,
    Component,
    DaemonSet,
    DataSource,
    DataSourceRef,
    Image,
    LabelRequirement,
    Rollout,
    Service,
    StatefulSet,
)

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
                volume_name="disk-9",
                match_labels={"speed": "high"},
                match_expressions=[LabelRequirement(key="rack", values=["a"])],
                data_source=DataSource(kind="VolumeSnapshot", name="yesterday"),
                attributes_class="gold",
            ),
            "raw": ClaimTemplate(
                size="10Gi",
                volume_mode="Block",
                device="/dev/xvda",
                data_source_ref=DataSourceRef(api_group="example.com", kind="Image", name="base", namespace="golden"),
            ),
        },
        pod_management_policy="Parallel",
        partition=1,
        max_unavailable=2,
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

"""stateful: copies with a name and a disk each. Every choice carries its reason."""

from chartgen import ClaimTemplate, PodSecurityContext, Preset, Shutdown, StatefulSet

preset = Preset(
    name="stateful",
    version="0.1.0",
    description="Copies with a stable name and a disk each.",
    extends=["cluster"],
    kind="StatefulSet",
    # Three keep a majority while one is replaced; with two, one is none.
    replicas=3,
    stateful_set=StatefulSet(
        # A disk can grow and never shrink, so it starts small.
        claims={"data": ClaimTemplate(size="10Gi", mounts=["/data"])},
        # One after another: the next starts when the one before has joined.
        pod_management_policy="OrderedReady",
        # Data outlive a mistaken helm uninstall and a scale to 0.
        when_deleted="Retain",
        when_scaled="Retain",
    ),
    # The process runs as 10001, and a new disk belongs to root; OnRootMismatch does not walk through it at each start.
    pod_security_context=PodSecurityContext(fs_group=10001, fs_group_change_policy="OnRootMismatch"),
    # Writing out what is in memory and handing over takes longer than a request.
    shutdown=Shutdown(longest_request_seconds=105),
)

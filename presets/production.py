"""production: what an environment of that name must have. To mix in above another preset."""

from chartgen import DisruptionBudget, Lock, NetworkPolicy, Overlay, Preset, Spread, takes_options

HERE = ["production"]
"""Environments that extend it are meant too: production-eu."""


@takes_options
def preset(*, copies: int = 3) -> Preset:
    """CronJobs and DaemonSets have no number of copies: of this only the digest and the network policy are theirs."""
    return Preset(
        name="production",
        version="0.1.0",
        description="Three copies over zones, a budget, images by digest, a network policy.",
        environments={
            "production": Overlay(
                # One copy is a single point of failure; three survive the loss of a node while one more is replaced.
                replicas=copies,
                # A drain takes one at a time, which never blocks it.
                disruption_budget=DisruptionBudget(max_unavailable=1),
                # Soft: hard leaves pods Pending where a zone is full.
                spread=Spread(hosts="soft", zones="soft"),
                # Who may call and be called is named: deny by default.
                network_policy=NetworkPolicy(),
            ),
        },
        locks=[
            Lock("replicas", at_least=copies, environments=HERE, reason="the loss of a node is survived"),
            # An autoscaler may go lower at night, and never to a single point of failure.
            Lock("autoscaling.min_replicas", at_least=2, environments=HERE, reason="one may go while another stays"),
            # A tag can be pushed again; a digest is the one pin that can't move.
            Lock("*.image.digest", matches="^sha256:", environments=HERE, reason="what was tested is what runs"),
            Lock("disruption_budget", present=True, environments=HERE, reason="a drain takes a copy at a time"),
            # A budget covers what is planned; the loss of a zone is not.
            Lock("spread.zones", present=True, environments=HERE, reason="the loss of a zone is survived"),
            Lock("network_policy", present=True, environments=HERE, reason="what is not named is refused"),
        ],
    )

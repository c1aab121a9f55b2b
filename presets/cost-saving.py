"""cost-saving: less of everything where nobody but the team looks. To mix in above another preset."""

from chartgen import Lock, Overlay, Preset, takes_options

ENVIRONMENTS = ["dev", "development", "test", "qa", "staging"]
"""Whichever of them a service has."""


@takes_options
def preset(*, copies: int = 1) -> Preset:
    """CronJobs and DaemonSets have no number of copies: nothing of this is theirs."""
    # An autoscaler that a preset brings starts with two copies at least; load tests belong elsewhere. Requests stay
    # what they are: the program is the same, and a smaller request would hide what production needs.
    overlay = Overlay(replicas=copies, autoscaling=None)
    return Preset(
        name="cost-saving",
        version="0.1.0",
        description="One copy outside of production.",
        environments=dict.fromkeys(ENVIRONMENTS, overlay),
        locks=[
            # Two, for who has to see how copies get along with each other.
            Lock("replicas", at_most=2, environments=ENVIRONMENTS, reason="nobody but the team looks here"),
            Lock("autoscaling.max_replicas", at_most=3, environments=ENVIRONMENTS, reason="no load to scale for here"),
        ],
    )

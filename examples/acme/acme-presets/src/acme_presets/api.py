"""api: answers HTTP requests. Every choice carries its reason."""

from chartgen import Autoscaling, Lock, Overlay, Preset

preset = Preset(
    name="api",
    version="2.2.0",
    description="Answers HTTP requests, and scales with them in production.",
    extends=["chartgen/http-api", "server"],
    size="medium",
    environments={
        # The shop has ten times its usual load in the week before Christmas.
        "production": Overlay(autoscaling=Autoscaling(min_replicas=3, max_replicas=20)),
    },
    locks=[
        # The quota of the namespace has room for it; more is a talk with the platform team first.
        Lock("autoscaling.max_replicas", at_most=40, reason="the shop's quota is planned for 40 copies of a service"),
    ],
)

"""server: what runs all day. The kinds of services extend it; no service names it itself."""

from chartgen import Overlay, Preset

preset = Preset(
    name="server",
    version="2.0.0",
    description="What runs all day: three copies in production, two in staging, one in development; metrics, alerts.",
    extends=["base", "chartgen/production", "chartgen/cost-saving", "chartgen/observable"],
    environments={
        # Nobody is woken for development.
        "development": Overlay(prometheus_rules=None),
        # Two, so that what only breaks between copies (sessions, locks, caches) breaks before production.
        "staging": Overlay(replicas=2),
    },
)

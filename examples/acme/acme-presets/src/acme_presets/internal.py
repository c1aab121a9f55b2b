"""internal: nobody outside of the company calls it. chartgen.toml gives it to everything in services/fulfilment."""

from chartgen import Lock, Preset

preset = Preset(
    name="internal",
    version="1.0.0",
    description="Nobody outside of the company calls it, and no customer waits for it.",
    # A parcel label may come a minute later, so it need not be printed on nodes that are kept for us.
    spot="prefer",
    locks=[
        Lock("routes", absent=True, reason="parcels and bills are nobody else's business"),
    ],
)

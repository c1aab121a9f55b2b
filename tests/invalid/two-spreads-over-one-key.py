# error: service.py:12: spread.constraints.zones: spreads over topology.kubernetes.io/zone by mode 'soft', which something else does already
# hint: write spread=Spread(zones=None)
# error: service.py:12: spread.constraints.zones.min_domains: goes with mode="hard" only
from chartgen import Image, Service, Spread, SpreadConstraint

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    spread=Spread(
        constraints={
            "zones": SpreadConstraint(topology_key="topology.kubernetes.io/zone", min_domains=2),
        },
    ),
)

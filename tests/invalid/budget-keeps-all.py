# error: service.py:10: disruption_budget.min_available: is 100% of 3 copies: it allows no eviction, so a drain would never end (replicas at service.py:9)
# hint: write max_unavailable=1, which never blocks a drain
from chartgen import DisruptionBudget, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    replicas=3,
    disruption_budget=DisruptionBudget(min_available="100%"),
)

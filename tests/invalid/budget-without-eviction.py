# error: service.py:9: disruption_budget.max_unavailable: allows no eviction, so a drain would never end
# hint: write max_unavailable=1, which never blocks a drain
from chartgen import DisruptionBudget, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    disruption_budget=DisruptionBudget(max_unavailable=0),
)

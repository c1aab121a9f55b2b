# error: service.py:9: disruption_budget: says both max_unavailable and min_available
# hint: keep max_unavailable=1
from chartgen import DisruptionBudget, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    disruption_budget=DisruptionBudget(min_available=1, max_unavailable=1),
)

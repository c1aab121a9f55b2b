from chartgen import DisruptionBudget, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    disruption_budget=DisruptionBudget(max_unavailable=0),
)

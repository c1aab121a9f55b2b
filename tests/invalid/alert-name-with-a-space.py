# error: service.py:10: alerts.Orders fail: 'Orders fail' is no good name: must be letters, digits and underscores, with no digit first
# error: service.py:10: lasting: must be a time such as 30s, 5m or 1h30m, the largest unit first, not '5 minutes'
# error: service.py:10: runbook_url: must be a URL such as https://runbooks.example.com/orders, not 'wiki/orders'
from chartgen import Alert, Image, PrometheusRules, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(
        alerts={"Orders fail": Alert(expr="vector(1)", lasting="5 minutes", runbook_url="wiki/orders")},
    ),
)

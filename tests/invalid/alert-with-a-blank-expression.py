# error: service.py:7: prometheus_rules.alerts.OrdersFail.expr: must not be empty
from chartgen import Alert, Image, PrometheusRules, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(alerts={"OrdersFail": Alert(expr=" ")}),
)

# error: service.py:9: prometheus_rules.alerts.OrdersFail.expr: has a '(' that is never closed
# error: service.py:10: prometheus_rules.recordings.orders:rate.expr: has a quote " that is never closed
from chartgen import Alert, Image, PrometheusRules, Recording, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(
        alerts={"OrdersFail": Alert(expr='sum(rate(orders_total{code="500"}[5m]) > 1')},
        recordings={"orders:rate": Recording(expr='rate(orders_total{code="500}[5m])')},
    ),
)

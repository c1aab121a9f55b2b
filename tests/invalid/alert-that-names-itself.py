# error: service.py:10: prometheus_rules.alerts.OrdersFail.labels.alertname: is set by Prometheus; the alert's name is its key in alerts
# error: service.py:11: prometheus_rules.recordings.orders:rate.labels.__name__: is set by Prometheus; state the name as metric
# error: service.py:12: prometheus_rules.interval: is '0s', and must be more than nothing
from chartgen import Alert, Image, PrometheusRules, Recording, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(
        alerts={"OrdersFail": Alert(expr="vector(1)", labels={"alertname": "x"})},
        recordings={"orders:rate": Recording(expr="vector(1)", labels={"__name__": "x"})},
        interval="0s",
    ),
)

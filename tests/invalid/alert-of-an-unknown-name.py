# error: service.py:12: prometheus_rules.alerts.Down.expr: names $(pod), which is none of the release's
# hint: did you mean 'pods'?
# error: service.py:13: prometheus_rules.alerts.Failed.expr: names $(jobs), and a Deployment has none
# error: service.py:14: prometheus_rules.alerts.Silent.expr: names $(service), and a workload without ports has none
from chartgen import Alert, Image, PrometheusRules, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(
        alerts={
            "Down": Alert(expr='up{pod=~"$(pod)"} == 0'),
            "Failed": Alert(expr='kube_job_failed{job_name=~"$(jobs)"} > 0'),
            "Silent": Alert(expr='absent(up{service="$(service)"})'),
        },
    ),
)

# error: service.py:9: prometheus_rules.alerts.CrashLooping: is the name of the alert that crash_looping makes too (prometheus_rules.crash_looping at service.py:10)
# hint: choose another name
from chartgen import Alert, CrashLooping, Image, PrometheusRules, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    prometheus_rules=PrometheusRules(
        alerts={"CrashLooping": Alert(expr="vector(1)")},
        crash_looping=CrashLooping(),
    ),
)

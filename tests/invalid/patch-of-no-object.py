# error: service.py:8: patches.Rollout: is no object of a chart; there are ConfigMap, ConfigMap/dashboards, ConfigMap/files, CronJob, DaemonSet, Deployment, HorizontalPodAutoscaler, HTTPRoute, Ingress, Job, NetworkPolicy, PodDisruptionBudget, PodMonitor, PrometheusRule, Service, Service/headless, ServiceAccount, ServiceMonitor, StatefulSet
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    patches={"Rollout": {"spec": {"paused": True}}},
)

# error: service.py:14: replicas: goes with Deployment and StatefulSet, and the kind is CronJob (kind at service.py:12)
# hint: take it out, or choose another kind
# error: service.py:15: ports: goes with DaemonSet, Deployment and StatefulSet, and the kind is CronJob (kind at service.py:12)
# hint: take it out, or choose another kind
# error: service.py:16: probes: goes with DaemonSet, Deployment and StatefulSet, and the kind is CronJob (kind at service.py:12)
# hint: take it out, or choose another kind
from chartgen import CronJob, Image, Probes, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="30 2 * * *"),
    replicas=3,
    ports={"http": 8080},
    probes=Probes(readiness="/ready"),
)

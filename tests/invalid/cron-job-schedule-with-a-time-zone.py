# error: service.py:8: schedule: holds a time zone, which Kubernetes refuses here; write it as time_zone
from chartgen import CronJob, Image, Service

service = Service(
    name="report",
    image=Image(repository="ghcr.io/acme/report", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="TZ=Europe/Berlin 30 2 * * *"),
)

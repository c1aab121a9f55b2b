# error: service.py:8: schedule: is '0 0 31 2 *', a date that never comes
from chartgen import CronJob, Image, Service

service = Service(
    name="report",
    image=Image(repository="ghcr.io/acme/report", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="0 0 31 2 *"),
)

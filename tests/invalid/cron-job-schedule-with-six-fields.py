# error: service.py:8: schedule: has 6 fields; five belong here: minute, hour, day of the month, month, day of the week
from chartgen import CronJob, Image, Service

service = Service(
    name="report",
    image=Image(repository="ghcr.io/acme/report", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="0 30 2 * * *"),
)

# error: service.py:8: time_zone: is 'Europe/Berln', which is no time zone of the IANA database; did you mean 'Europe/Berlin'?
from chartgen import CronJob, Image, Service

service = Service(
    name="report",
    image=Image(repository="ghcr.io/acme/report", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="30 2 * * *", time_zone="Europe/Berln"),
)

# error: service.py:8: cron_job: is missing, and the kind is CronJob
# hint: write cron_job=CronJob(schedule="30 2 * * *", time_zone="Europe/Berlin")
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="CronJob",
)

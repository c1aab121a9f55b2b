# error: service.py:8: cron_job: goes with CronJob, and the kind is Deployment
# hint: take it out, or choose another kind
from chartgen import CronJob, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    cron_job=CronJob(schedule="30 2 * * *"),
)

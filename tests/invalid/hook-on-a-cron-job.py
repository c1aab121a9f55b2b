# error: service.py:12: job.hook: goes with Job, and the kind is CronJob (kind at service.py:10)
# hint: take it out, or choose another kind
# error: service.py:12: job.ttl_seconds_after_finished: goes with Job, and the kind is CronJob (kind at service.py:10)
# hint: take it out, or choose another kind
from chartgen import CronJob, Hook, Image, Job, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="30 2 * * *"),
    job=Job(hook=Hook(), ttl_seconds_after_finished=60),
)

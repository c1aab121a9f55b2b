# error: service.py:9: identity.name: has 53 characters; a CronJob's name has at most 52 (kind at service.py:7)
from chartgen import CronJob, Identity, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="CronJob",
    cron_job=CronJob(schedule="30 2 * * *"),
    identity=Identity(name="nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"),
)

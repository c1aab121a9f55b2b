# error: service.py:12: end: has 4 fields; five belong here: minute, hour, day of the month, month, day of the week
# error: service.py:12: time_zone: is 'CEST', which is no time zone of the IANA database; did you mean 'EST'?
from chartgen import CronTrigger, Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "day": Trigger(
                cron=CronTrigger(time_zone="CEST", start="0 8 * * *", end="0 18 * *", desired_replicas=4),
            ),
        },
    ),
)

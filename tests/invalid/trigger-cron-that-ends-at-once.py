# error: service.py:11: keda.triggers.day.cron.end: is '0  8 * * *', as start is: it would end when it begins
from chartgen import CronTrigger, Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "day": Trigger(
                cron=CronTrigger(time_zone="UTC", start="0 8 * * *", end="0  8 * * *", desired_replicas=4),
            ),
        },
    ),
)

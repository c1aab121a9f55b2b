# error: service.py:9: keda: starts Jobs by events, and job.hook by Helm (job.hook at service.py:8)
from chartgen import Hook, Image, Job, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    job=Job(hook=Hook(events=["pre-install"])),
    keda=Keda(triggers={"lag": Trigger(kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))}),
)

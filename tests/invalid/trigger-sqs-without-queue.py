# error: service.py:8: keda.triggers.queue.sqs: needs exactly one of queue_url, queue_url_from_env
from chartgen import Image, Keda, Service, SqsTrigger, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"queue": Trigger(sqs=SqsTrigger(aws_region="eu-west-1"))}),
)

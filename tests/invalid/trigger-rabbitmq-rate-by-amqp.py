# error: service.py:14: keda.triggers.queue.rabbitmq.mode: is 'MessageRate', which needs the protocol http
# error: service.py:14: keda.triggers.queue.rabbitmq.use_regex: is True, which needs the protocol http
# error: service.py:17: keda.triggers.other.rabbitmq: needs exactly one of host, host_from_env
from chartgen import Image, Keda, RabbitMqTrigger, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "queue": Trigger(
                rabbitmq=RabbitMqTrigger(
                    host="amqp://rabbitmq:5672/", queue_name="orders", mode="MessageRate", use_regex=True, value="5"
                ),
            ),
            "other": Trigger(rabbitmq=RabbitMqTrigger(queue_name="orders", value="5")),
        },
    ),
)

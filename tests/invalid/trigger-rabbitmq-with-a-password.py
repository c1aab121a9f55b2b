# error: service.py:11: host: must be a URL without user and password, such as http://prometheus:9090, not 'amqp://me:secret@rabbitmq:5672/'
from chartgen import Image, Keda, RabbitMqTrigger, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(
        triggers={
            "queue": Trigger(
                rabbitmq=RabbitMqTrigger(host="amqp://me:secret@rabbitmq:5672/", queue_name="orders", value="5"),
            ),
        },
    ),
)

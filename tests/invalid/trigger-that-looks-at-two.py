# error: service.py:9: keda.triggers.lag: says kafka and cpu; one trigger looks at one thing
# hint: write kafka=KafkaTrigger(…), for example
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"lag": Trigger(cpu=70, kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))}),
)

# error: service.py:8: keda.triggers.lag.authentication: is 'kafka', which is none of keda.authentications; there are none
from chartgen import Image, KafkaTrigger, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"lag": Trigger(authentication="kafka", kafka=KafkaTrigger(bootstrap_servers="kafka:9092", consumer_group="orders"))}),
)

# error: service.py:9: keda.triggers.lag: says not what to look at; one trigger looks at one thing
# hint: write kafka=KafkaTrigger(…), for example
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"lag": Trigger()}),
)

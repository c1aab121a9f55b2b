# error: service.py:8: keda.triggers.cpu.metric_type: does not go with cpu: a number is per cent, text an amount
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"cpu": Trigger(cpu=70, metric_type="Value")}),
)

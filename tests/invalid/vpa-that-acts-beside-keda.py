# error: service.py:10: vpa.mode: is Recreate, which changes the request of memory that the copies are counted by (keda.triggers.memory.memory at service.py:9)
# hint: write mode="Off", which only recommends
from chartgen import Image, Keda, Service, Trigger, VerticalAutoscaling

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    keda=Keda(triggers={"memory": Trigger(memory=80)}),
    vpa=VerticalAutoscaling(mode="Recreate"),
)

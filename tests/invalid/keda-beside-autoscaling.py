# error: service.py:10: keda: stands beside autoscaling; KEDA makes an autoscaler of its own, and the two would fight (autoscaling at service.py:9)
# hint: write autoscaling=None, and Trigger(cpu=70) among the triggers
from chartgen import Autoscaling, Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(),
    keda=Keda(triggers={"cpu": Trigger(cpu=70)}),
)

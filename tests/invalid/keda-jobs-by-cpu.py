# error: service.py:8: keda.triggers.cpu.cpu: goes with Deployment and StatefulSet, and the kind is Job (kind at service.py:7)
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="Job",
    keda=Keda(triggers={"cpu": Trigger(cpu=70)}),
)

# error: service.py:10: keda: goes with Deployment, Job and StatefulSet, and the kind is DaemonSet (kind at service.py:9)
# hint: take it out, or choose another kind
from chartgen import Image, Keda, Service, Trigger

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    kind="DaemonSet",
    keda=Keda(triggers={"cpu": Trigger(cpu=70)}),
)

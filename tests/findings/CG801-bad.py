# finding: CG801 [production]: service.py:12: autoscaling.cpu: is 70 per cent of a cpu request that is not there (resources.cpu at service.py:8)
# hint: write resources=Resources(cpu="…")
from chartgen import Autoscaling, Image, Overlay, Resources, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    resources=Resources(cpu=None),
    environments={
        "staging": Overlay(),
        "production": Overlay(
            autoscaling=Autoscaling(min_replicas=2, max_replicas=6, cpu=70),
        ),
    },
)

# error: service.py:8: autoscaling.sidecars.proxy: is no sidecar of the workload; there are no sidecars
from chartgen import Autoscaling, ContainerTargets, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(sidecars={"proxy": ContainerTargets(cpu=70)}),
)

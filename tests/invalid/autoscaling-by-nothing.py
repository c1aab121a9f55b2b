# error: service.py:9: autoscaling: looks at neither cpu nor memory, nor at another metric
# hint: write cpu=70
from chartgen import Autoscaling, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(cpu=None),
)

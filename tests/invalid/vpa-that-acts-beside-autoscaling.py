# error: service.py:10: vpa.mode: is Auto, which changes the request of cpu that the copies are counted by (autoscaling.cpu at service.py:9)
# hint: write mode="Off", which only recommends
from chartgen import Autoscaling, Image, Service, VerticalAutoscaling

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    autoscaling=Autoscaling(cpu=70),
    vpa=VerticalAutoscaling(mode="Auto"),
)

# error: service.py:8: vpa.containers.orders-api.max_cpu: is 500m, below min_cpu, which is 2
from chartgen import ContainerPolicy, Image, Service, VerticalAutoscaling

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    vpa=VerticalAutoscaling(containers={"orders-api": ContainerPolicy(min_cpu="2", max_cpu="500m")}),
)

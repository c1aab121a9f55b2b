# error: service.py:9: tolerations[0]: takes any value with operator "Exists"; leave value out
# error: service.py:9: tolerations[1]: needs a key, or operator="Exists" to tolerate every taint
from chartgen import Image, Service, Toleration

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    tolerations=[Toleration(operator="Exists", value="x"), Toleration(value="y")],
)

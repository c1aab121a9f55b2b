# error: service.py:8: env.LOG_LEVEL: stands in config too; state it in one of them (config.LOG_LEVEL at service.py:9)
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"LOG_LEVEL": "info"},
    config={"LOG_LEVEL": "debug"},
)

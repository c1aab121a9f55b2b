# error: service.py:12: components.worker: makes the Service <fullname>-worker, as another field does (services.worker at service.py:15)
# hint: give it another name
# error: service.py:13: components.db.kind: makes the Service <fullname>-db-headless, as another field does (services.db-headless at service.py:15)
# hint: give it another name
from chartgen import Component, Image, Service, ServiceSpec

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    components={
        "worker": Component(ports={"http": 8080}),
        "db": Component(kind="StatefulSet"),
    },
    services={"worker": ServiceSpec(), "db-headless": ServiceSpec()},
)

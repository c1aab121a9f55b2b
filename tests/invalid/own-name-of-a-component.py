# error: service.py:10: config_maps.worker-config: is what an object of the component 'worker' is called; choose another name (components.worker at service.py:18)
# error: service.py:15: external_secrets.migrate-db: is what an object of the component 'migrate' is called; choose another name (components.migrate at service.py:19)
from chartgen import Component, ConfigMap, EnvFrom, ExternalSecret, Hook, Image, Job, SecretStoreRef, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    config_maps={
        "worker-config": ConfigMap(data={"RATE": "7"}),
    },
    secret_store=SecretStoreRef("vault"),
    external_secrets={
        "db": ExternalSecret(data={"password": "orders/db"}),
        "migrate-db": ExternalSecret(data={"password": "orders/db"}),
    },
    components={
        "worker": Component(),
        "migrate": Component(kind="Job", job=Job(hook=Hook()), env_from=[EnvFrom(own_secret="db")]),
    },
)

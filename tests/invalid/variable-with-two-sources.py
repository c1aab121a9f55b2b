# error: service.py:8: env.URL: says both value and secret_key
from chartgen import EnvVar, Image, SecretKey, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"URL": EnvVar(value="x", secret_key=SecretKey(secret="orders-db", key="url"))},
)

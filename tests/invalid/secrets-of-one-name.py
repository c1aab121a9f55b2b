# error: service.py:14: external_secrets.queue.target_name: is 'orders', which another secret of the chart makes (external_secrets.db.target_name at service.py:13)
# error: service.py:16: sealed_secrets.db: has no encrypted_data
# hint: kubeseal --raw --name db --from-file=KEY prints some
# error: service.py:16: sealed_secrets.db: is the name of an external secret too (external_secrets.db at service.py:13)
from chartgen import ExternalSecret, Image, SealedSecret, SecretStoreRef, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    secret_store=SecretStoreRef("vault"),
    external_secrets={
        "db": ExternalSecret(data={"password": "orders/db"}, target_name="orders"),
        "queue": ExternalSecret(data={"password": "orders/queue"}, target_name="orders"),
    },
    sealed_secrets={"db": SealedSecret(scope="namespace-wide", encrypted_data={})},
)

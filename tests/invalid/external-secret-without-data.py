# error: service.py:11: external_secrets.db: has neither data nor data_from
# hint: write data={"password": RemoteRef("orders/db", property="password")}
# error: service.py:11: external_secrets.db: names no store, and neither does secret_store
# hint: write store=SecretStoreRef("vault", kind="ClusterSecretStore"), or secret_store for all of them
from chartgen import ExternalSecret, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    external_secrets={"db": ExternalSecret()},
)

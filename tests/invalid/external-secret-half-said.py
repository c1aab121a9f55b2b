# error: service.py:17: external_secrets.db.data_from[0]: needs exactly one of extract and find
# error: service.py:18: external_secrets.db.data_from[1].find: looks for nothing; give it one of path, name and tags
# error: service.py:18: external_secrets.db.data_from[1].rewrite[0]: needs exactly one of source and transform
# error: service.py:20: external_secrets.db.creation_policy: is "Merge", which needs target_name: the Secret to add keys to
# error: service.py:21: external_secrets.db.deletion_policy: is "Delete", but creation_policy "Merge" makes no Secret to delete (external_secrets.db.creation_policy at service.py:20)
# error: service.py:22: refresh_interval: must be a span of time such as 30s, 15m or 1h, not '1 hour'
from chartgen import DataFrom, ExternalSecret, Find, Image, Rewrite, SecretStoreRef, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    secret_store=SecretStoreRef("vault", kind="ClusterSecretStore"),
    external_secrets={
        "db": ExternalSecret(
            data_from=[
                DataFrom(),
                DataFrom(find=Find(), rewrite=[Rewrite(target="a")]),
            ],
            creation_policy="Merge",
            deletion_policy="Delete",
            refresh_interval="1 hour",
        )
    },
)

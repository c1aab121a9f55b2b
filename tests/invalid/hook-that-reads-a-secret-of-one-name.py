# error: service.py:22: components.migrate.env_from[0].own_secret: reads 'db', which makes no Secret of its own for the hook (external_secrets.db.creation_policy at service.py:12)
# hint: name the Secret that exists
# error: service.py:23: components.migrate.env_from[1].own_secret: reads 'token', which a hook needs under another name, and the scope "strict" forbids that
# hint: seal it with --scope namespace-wide, or name the Secret itself, made before the release
from chartgen import Component, EnvFrom, ExternalSecret, Hook, Image, Job, SealedSecret, SecretStoreRef, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    secret_store=SecretStoreRef("vault"),
    external_secrets={
        "db": ExternalSecret(data={"password": "orders/db"}, target_name="orders", creation_policy="Merge"),
    },
    sealed_secrets={
        "token": SealedSecret(name="orders-token", encrypted_data={"TOKEN": "AgA" + "A" * 709}),
    },
    components={
        "migrate": Component(
            kind="Job",
            job=Job(hook=Hook()),
            env_from=[
                EnvFrom(own_secret="db"),
                EnvFrom(own_secret="token"),
            ],
        )
    },
)

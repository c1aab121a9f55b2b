from chartgen import (
    ConfigMap,
    ExternalSecret,
    Image,
    Ref,
    RemoteRef,
    SecretKey,
    SecretStoreRef,
    SecretTemplate,
    Service,
)

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    secret_store=SecretStoreRef("vault", kind="ClusterSecretStore"),
    external_secrets={
        "db": ExternalSecret(
            data={"password": RemoteRef("orders/db", property="password")},
            template=SecretTemplate(data={"url": "postgres://orders:{{ .password }}@orders-db/orders"}),
        )
    },
    env={
        "DB_PASSWORD": SecretKey(own="db", key="url"),
        "DATABASE_URL": Ref("postgres://orders:$(DB_PASSWORD)@orders-db/orders"),
        "TOKEN_URL": "https://login.example.com/token",
        "SECRET_NAME": "orders-db",
        "TLS_SECRET": "orders-tls",
        "PASSWORD_FILE": "/run/secrets/password",
        "SESSION_SECRET": "/run/secrets/session",
        "ADMIN_PASSWORD": "",
        "REQUIRE_PASSWORD": "true",
        "MAX_TOKEN": "4096",
    },
    config_maps={"vault": ConfigMap(data={"token": "vault:secret/data/orders#token"})},
)

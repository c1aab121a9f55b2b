"""Configuration and secrets: a file from disk, a Secret from the company's store, a migration that reads its own."""

from chartgen import (
    Component,
    ConfigMap,
    ConfigMapKey,
    ConfigMapVolume,
    ExternalSecret,
    File,
    Hook,
    Image,
    Job,
    Overlay,
    RemoteRef,
    SecretKey,
    SecretStoreRef,
    SecretTemplate,
    Service,
    Volume,
)

DATABASE_URL = "postgres://{{ .user }}:{{ .password }}@checkout-db:5432/checkout"

service = Service(
    name="checkout",
    description="Takes the payment of a basket.",
    owner="team-checkout",
    image=Image(repository="ghcr.io/acme/checkout", tag="3.0.1"),
    ports={"http": 8080},
    config_maps={
        "features": ConfigMap(data={"features.yaml": File("config/features.yaml")}, immutable=True),
        "limits": ConfigMap(data={"rate": "20"}),
    },
    secret_store=SecretStoreRef("vault", kind="ClusterSecretStore"),
    external_secrets={
        "db": ExternalSecret(
            data={
                "user": RemoteRef("checkout/db", property="user"),
                "password": RemoteRef("checkout/db", property="password"),
            },
            template=SecretTemplate(data={"url": DATABASE_URL}),
        ),
        "payment": ExternalSecret(data={"key": "checkout/payment"}, refresh_interval="15m"),
    },
    env={
        "DATABASE_URL": SecretKey(own="db", key="url"),
        "RATE": ConfigMapKey(own="limits", key="rate"),
    },
    volumes={
        "features": Volume(config_map=ConfigMapVolume(own="features"), mounts=["/etc/checkout"]),
        # A Secret that is there already, whoever made it.
        "provider": Volume(secret="payment-provider", mounts=["/run/secrets/provider"]),
    },
    # The payment provider's key changes in the store, not in the chart.
    reloader=True,
    components={
        "migrate": Component(
            kind="Job",
            command=["/app/migrate"],
            job=Job(hook=Hook()),
            # What it reads is there before the pods' own, under its name.
            env={"RATE": None, "API_KEY": SecretKey(own="payment", key="key")},
        ),
    },
    environments={
        "staging": Overlay(),
        "production": Overlay(
            config_maps={
                "features": ConfigMap(data={"features.yaml": File("config/features-production.yaml")}),
                "limits": ConfigMap(data={"rate": "200"}),
            },
        ),
    },
)

"""What watches the pods: a PodMonitor, alerts, recorded queries, a dashboard; Secrets from elsewhere."""

from base64 import b64encode

from chartgen import (
    Alert,
    ExternalSecret,
    Image,
    Monitor,
    PrometheusRules,
    Recording,
    Relabeling,
    RemoteRef,
    Scrape,
    SealedSecret,
    SecretStoreRef,
    SecretTemplate,
    Service,
)

SEALED = b64encode(b"\x02\x00" + bytes(512) + b"sixteen bytes tag and a secret").decode()

service = Service(
    name="watching",
    image=Image(repository="ghcr.io/acme/watching", tag="1.4.2"),
    ports={"http": 8080},
    monitor=Monitor(
        kind="PodMonitor",
        namespace="monitoring",
        endpoints={
            "http": Scrape(
                path="/metrics/pods",
                relabelings=[
                    Relabeling(
                        action="replace",
                        source_labels=["pod"],
                        separator="-",
                        regex="(.+)",
                        target_label="copy",
                        replacement="$1",
                    )
                ],
            )
        },
        labels={"release": "prometheus"},
    ),
    prometheus_rules=PrometheusRules(
        alerts={
            "Slow": Alert(
                expr="latency > 1",
                lasting="10m",
                labels={"team": "shop"},
                annotations={"hint": "look at the database"},
            )
        },
        recordings={"latency": Recording(expr="avg(seconds)")},
    ),
    secret_store=SecretStoreRef("vault", kind="ClusterSecretStore"),
    external_secrets={
        "db": ExternalSecret(
            data={"password": RemoteRef("shop/db", property="password")},
            refresh_interval="15m",
            template=SecretTemplate(data={"url": "{{ .password }}"}),
        )
    },
    sealed_secrets={
        "key": SealedSecret(
            encrypted_data={"username": SEALED, "password": SEALED},
            type="kubernetes.io/basic-auth",
            name="watching-key",
            labels={"team": "shop"},
            annotations={"example.com/contact": "shop"},
        )
    },
)

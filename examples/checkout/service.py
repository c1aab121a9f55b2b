"""A front with all that belongs to it: a worker that follows a queue, a migration, a job each night, a sidecar.

Its configuration comes from disk, its secrets from the company's store, its traffic by the Gateway API.
"""

from chartgen import (
    Autoscaling,
    Component,
    ConfigMap,
    ConfigMapKey,
    ConfigMapVolume,
    CronJob,
    Expose,
    ExternalSecret,
    File,
    Hook,
    HttpRoute,
    Image,
    Job,
    KafkaTrigger,
    Keda,
    Mount,
    Overlay,
    Probes,
    RemoteRef,
    Resources,
    Route,
    SecretKey,
    SecretStoreRef,
    SecretTemplate,
    Service,
    Sidecar,
    Trigger,
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
    # The card network is reached by a proxy that holds the client certificate.
    sidecars={
        "card-proxy": Sidecar(
            image=Image(repository="ghcr.io/acme/card-proxy", tag="1.8.0"),
            ports={"proxy-health": 9000},
            probes=Probes(readiness="/ready"),
            mounts={"provider": [Mount(path="/run/secrets/provider", read_only=True)]},
            resources=Resources(cpu="50m", memory="64Mi"),
        ),
    },
    probes=Probes(readiness="/health/ready", liveness="/health/live"),
    autoscaling=Autoscaling(min_replicas=2, max_replicas=6),
    expose=Expose(http_route=HttpRoute(gateway="shop", gateway_namespace="edge", listener="https")),
    routes={"public": Route(hosts=["shop.staging.example.com"], paths=["/checkout"])},
    components={
        # As many copies as there are payments waiting, none while nobody buys.
        "worker": Component(
            command=["/app/worker"],
            keda=Keda(
                min_replicas=0,
                max_replicas=20,
                triggers={
                    "payments": Trigger(
                        kafka=KafkaTrigger(
                            bootstrap_servers="kafka.messaging:9092",
                            consumer_group="checkout",
                            topic="payments",
                            lag_threshold=50,
                        ),
                    ),
                },
            ),
        ),
        "nightly": Component(
            kind="CronJob",
            command=["/app/settle"],
            cron_job=CronJob(schedule="15 1 * * *", time_zone="Europe/Berlin"),
            job=Job(backoff_limit=1, deadline_seconds=1800),
        ),
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
            image=Image(
                tag="3.0.1",
                digest="sha256:4f9a1b0c2d3e4f5061728394a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e",
            ),
            autoscaling=Autoscaling(min_replicas=3, max_replicas=30),
            routes={"public": Route(hosts=["shop.example.com"])},
            config_maps={
                "features": ConfigMap(data={"features.yaml": File("config/features-production.yaml")}),
                "limits": ConfigMap(data={"rate": "200"}),
            },
        ),
    },
)

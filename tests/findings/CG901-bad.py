# finding: CG901: service.py:23: args[1]: holds a token of GitLab
# hint: withdraw it where it was issued, then write env={"…": SecretKey(secret="…", key="…")}, or own="…" with an ExternalSecret
# finding: CG901: service.py:25: env.DB_PASSWORD: is written out, though its name says that it is a secret
# hint: write env={"DB_PASSWORD": SecretKey(secret="…", key="…")}, or own="…" with an ExternalSecret
# finding: CG901: service.py:26: env.DATABASE_URL: holds a password in a URL
# hint: withdraw it where it was issued, then write env={"…": SecretKey(secret="…", key="…")}, or own="…" with an ExternalSecret
# finding: CG901: service.py:29: config.STRIPE: holds a key of Stripe
# hint: withdraw it where it was issued, then write env={"STRIPE": SecretKey(secret="…", key="…")}, or own="…" with an ExternalSecret
# finding: CG901: service.py:31: config_files.tls.key: holds a private key
# hint: withdraw it where it was issued, then mount a Secret: volumes={"…": Volume(secret="…", mounts=["…"])}
# finding: CG901: service.py:36: config_maps.limits.data.apiKey: is written out, though its name says that it is a secret
# hint: write env={"apiKey": SecretKey(secret="…", key="…")}, or own="…" with an ExternalSecret
# finding: CG901: service.py:37: config_maps.limits.data.tls.key: holds a private key
# hint: withdraw it where it was issued, then mount a Secret: volumes={"…": Volume(secret="…", mounts=["…"])}
from chartgen import ConfigFile, ConfigMap, Image, Ref, Service

KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n"

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    args=["--token", "glpat-" + 20 * "x"],
    env={
        "DB_PASSWORD": "hunter2",
        "DATABASE_URL": Ref("postgres://orders:hunter2@$(DB_HOST)/orders"),
        "DB_HOST": "orders-db",
    },
    config={"STRIPE": "sk_live_" + "x" * 24},
    config_files={
        "tls.key": ConfigFile(content=KEY, mount_path="/tls.key"),
    },
    config_maps={
        "limits": ConfigMap(
            data={
                "apiKey": "4711abc",
                "tls.key": KEY,
            }
        )
    },
)

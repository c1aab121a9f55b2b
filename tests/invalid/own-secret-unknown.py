# error: service.py:15: env.PASSWORD.secret_key.own: is 'orders-db', which is none of external_secrets and sealed_secrets; there are db
# hint: write secret="orders-db" for one that exists already
# error: service.py:16: env.USER.secret_key.key: is 'user'; the keys of 'db' are password
# error: service.py:18: volumes.tls.secret.own: is 'tls', which is none of external_secrets and sealed_secrets; there are db
# hint: write name="tls" for one that exists already
from chartgen import ExternalSecret, Image, SecretKey, SecretStoreRef, SecretVolume, Service, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    secret_store=SecretStoreRef("vault"),
    external_secrets={"db": ExternalSecret(data={"password": "orders/db"})},
    env={
        "PASSWORD": SecretKey(own="orders-db", key="password"),
        "USER": SecretKey(own="db", key="user"),
    },
    volumes={"tls": Volume(secret=SecretVolume(own="tls"), mounts=["/tls"])},
)

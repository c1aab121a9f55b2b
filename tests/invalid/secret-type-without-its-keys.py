# error: service.py:13: external_secrets.cert.template.type: is 'kubernetes.io/tls', which needs the key 'tls.key'
# error: service.py:19: sealed_secrets.registry.type: is 'kubernetes.io/dockerconfigjson', which needs the key '.dockerconfigjson'
from chartgen import ExternalSecret, Image, SealedSecret, SecretStoreRef, SecretTemplate, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    secret_store=SecretStoreRef("vault"),
    external_secrets={
        "cert": ExternalSecret(
            data={"tls.crt": "orders/crt"},
            template=SecretTemplate(type="kubernetes.io/tls"),
        ),
    },
    sealed_secrets={
        "registry": SealedSecret(
            name="registry",
            type="kubernetes.io/dockerconfigjson",
            encrypted_data={"config.json": "AgA" + "A" * 709},
        ),
    },
)

# error: service.py:11: external_secrets.tls: makes the Secret that the issuer fills for the route 'public'; choose another name (routes.public at service.py:9) (expose.ingress.cluster_issuer at service.py:8)
from chartgen import Expose, ExternalSecret, Image, Ingress, Route, SecretStoreRef, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    expose=Expose(ingress=Ingress(class_name="nginx", cluster_issuer="letsencrypt")),
    routes={"public": Route(hosts=["orders.example.com"])},
    secret_store=SecretStoreRef("vault"),
    external_secrets={"tls": ExternalSecret(data={"tls.crt": "orders/crt", "tls.key": "orders/key"})},
)

# error: service.py:13: monitor.endpoints.http.bearer_token.own: is a Secret of the release's namespace, and the monitor lies in monitoring (monitor.namespace at service.py:12)
# hint: name a Secret that is there: secret=…
from chartgen import ExternalSecret, Image, Monitor, Scrape, SecretKey, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    secret_store="vault",
    external_secrets={"scrape": ExternalSecret(data={"token": "orders/scrape"})},
    monitor=Monitor(
        namespace="monitoring",
        endpoints={"http": Scrape(bearer_token=SecretKey(own="scrape", key="token"))},
    ),
)

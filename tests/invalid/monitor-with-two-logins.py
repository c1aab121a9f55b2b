# error: service.py:14: monitor.endpoints.http: says both bearer_token and basic_auth
# error: service.py:17: monitor.endpoints.http.basic_auth.password: needs exactly one of secret and own
# error: service.py:18: monitor.endpoints.http.tls: needs certificate and private_key together
from chartgen import Image, Monitor, Scrape, ScrapeLogin, ScrapeTls, SecretKey, Service

KEY = SecretKey(secret="scrape", key="a")

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 8080},
    monitor=Monitor(
        endpoints={
            "http": Scrape(
                scheme="https",
                bearer_token=KEY,
                basic_auth=ScrapeLogin(username=KEY, password=SecretKey(key="b")),
                tls=ScrapeTls(certificate=KEY),
            )
        },
    ),
)

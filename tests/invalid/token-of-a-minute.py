# error: service.py:10: expiration_seconds: must be at least 600, not 60
from chartgen import Image, Projected, Projection, Service, Token, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "all": Volume(
            mounts=["/all"],
            projected=Projected(sources=[Projection(token=Token(path="token", expiration_seconds=60))]),
        ),
    },
)

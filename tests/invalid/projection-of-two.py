# error: service.py:13: volumes.all.projected.sources[0]: needs exactly one of config_map, secret, own_config_map, own_secret, items, token and trust_bundle
# error: service.py:14: volumes.all.projected.sources[1]: says keys or optional, which go with a ConfigMap or Secret
from chartgen import Image, Projected, Projection, Service, Token, Volume

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    volumes={
        "all": Volume(
            mounts=["/all"],
            projected=Projected(
                sources=[
                    Projection(secret="x", token=Token(path="token")),
                    Projection(token=Token(path="token"), optional=True),
                ]
            ),
        ),
    },
)

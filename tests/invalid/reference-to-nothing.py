# error: service.py:9: env.URL: refers to DB_HOTS, which is no variable of this service
# hint: did you mean 'DB_HOST'?
from chartgen import Image, Ref, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    env={"DB_HOST": "db", "URL": Ref("http://$(DB_HOTS)")},
)

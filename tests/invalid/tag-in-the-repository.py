# error: service.py:6: repository: must be a repository such as ghcr.io/acme/orders-api, without tag or digest, not 'ghcr.io/acme/orders-api:1.4.2'
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api:1.4.2"),
)

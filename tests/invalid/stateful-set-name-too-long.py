# error: service.py:10: identity.objects.Service: is '1-orders'; a Service's name begins with a letter and has no dots
# error: service.py:10: identity.objects.Service/headless: has 64 characters; a name of its kind has at most 63
# error: service.py:10: identity.objects.StatefulSet: has 53 characters; a name of its kind has at most 52
from chartgen import Identity, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    kind="StatefulSet",
    identity=Identity(objects={"StatefulSet": "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "Service": "1-orders", "Service/headless": "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"}),
)

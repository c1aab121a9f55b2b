# error: service.py:8: security_context.add_capabilities: gives NET_ADMIN, which needs a reason
# hint: write because="…" beside it: why nothing less will do
from chartgen import Image, SecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    security_context=SecurityContext(add_capabilities=["NET_BIND_SERVICE", "NET_ADMIN"]),
)

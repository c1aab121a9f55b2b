# error: service.py:9: security_context.privileged: implies privilege escalation, which is refused
# hint: write allow_privilege_escalation=True beside it
from chartgen import Image, SecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    security_context=SecurityContext(privileged=True, because="it mounts for the node"),
)

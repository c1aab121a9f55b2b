# error: service.py:8: security_context.privileged: is True, which needs a reason
# hint: write because="…" beside it: why nothing less will do
from chartgen import Image, SecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    security_context=SecurityContext(privileged=True, allow_privilege_escalation=True),
)

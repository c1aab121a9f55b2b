# error: service.py:7: security_context.app_armor.localhost_profile: goes with type="Localhost", and only with it
from chartgen import AppArmor, Image, SecurityContext, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    security_context=SecurityContext(app_armor=AppArmor(type="Localhost")),
)

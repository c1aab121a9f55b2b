# error: service.py:9: annotations.container.apparmor.security.beta.kubernetes.io/orders-api: is how old clusters were told of a profile
# hint: write security_context=SecurityContext(app_armor=AppArmor(type="…"))
from chartgen import Annotation, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    annotations={
        "container.apparmor.security.beta.kubernetes.io/orders-api": Annotation(value="unconfined", pods=True),
    },
)

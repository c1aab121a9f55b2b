# finding: CG201: service.py:9: service_account.automount_token: is False, and there are grants: the pods can't use them (grants at service.py:8)
# hint: take automount_token away; or waive CG201 where a volume brings the token
from chartgen import Grant, Image, Service, ServiceAccount

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    grants=[Grant("configmaps", verbs=["get"])],
    service_account=ServiceAccount(automount_token=False),
)

# error: service.py:11: grants[0].resource: is 'certificates', which is no resource of Kubernetes' own
# hint: write its API group: api_group="cert-manager.io"
# error: service.py:11: grants[1].resource: is 'secret', which is no resource of Kubernetes' own
# hint: did you mean 'secrets'?
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("certificates", verbs=["get"]), Grant("secret", names=["db"], verbs=["get"])],
)

# error: service.py:9: verbs[0]: must be one of 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'head', 'options', 'post', 'put' or '*', not 'read'
# hint: did you mean 'head'?
from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    grants=[Grant("configmaps", verbs=["read"])],
)

from chartgen import Grant, Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    grants=[Grant("configmaps", verbs=["get"])],
)

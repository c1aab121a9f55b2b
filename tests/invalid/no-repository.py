from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(tag="1.4.2"),
)

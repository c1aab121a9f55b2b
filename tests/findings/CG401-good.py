from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    environments={
        "staging": Overlay(image=Image(tag="v1.4.2")),
        "production": Overlay(
            image=Image(tag="stable", digest="sha256:9f1b0f2a6a4f3c1d5e8b7a9c0d2e4f6a8b1c3d5e7f9a0b2c4d6e8f0a1b3c5d7e")
        ),
        "preview": Overlay(image=Image(set_by="deployment")),
    },
)

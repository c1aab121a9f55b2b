"""The least that a service can say: a name, an image, a port. Everything else is a default with a reason."""

from chartgen import Image, Service

service = Service(
    name="minimal",
    image=Image(repository="ghcr.io/acme/minimal", tag="1.0.0"),
    ports={"http": 8080},
)

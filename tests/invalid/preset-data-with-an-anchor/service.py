# error: presets/acme.yaml:2: env: &a is an anchor
# hint: write the value out where it is needed
# error: presets/acme.yaml:4: config: *a is an alias
# hint: write the value out here
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)

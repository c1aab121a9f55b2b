# error: presets/acme.py:5: environments.production-eu.extends: is not a preset's to say
# hint: write it into chartgen.toml: [environments.production-eu] extends = "production"
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)

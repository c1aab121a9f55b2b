# error: presets/acme.yaml:2: replicas: 'tag:yaml.org,2002:python/object/apply:os…' is a tag
# hint: remove it; put text in double quotes
from chartgen import Image, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
)

# error: service.py:8: sidecars.proxy.image: has neither a tag nor a digest
# hint: write tag="1.0.0" or digest="sha256:…", or set_by="deployment" to leave it to whoever deploys
from chartgen import Image, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    sidecars={"proxy": Sidecar(image=Image(repository="ghcr.io/acme/proxy"))},
)

# finding: CG401 [staging]: service.py:9: image.tag: is 'latest', which may name another build tomorrow
# hint: write a version, commit or build number, or add digest="sha256:…"
# finding: CG401 [production]: service.py:12: image.tag: is 'stable', which may name another build tomorrow
# hint: write a version, commit or build number, or add digest="sha256:…"
from chartgen import Image, Overlay, Service

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="latest"),
    environments={
        "staging": Overlay(),
        "production": Overlay(image=Image(tag="stable")),
    },
)

# finding: CG401: service.py:7: image.tag: is 'main', which may name another build tomorrow; its waiver ended on 2026-11-20
# hint: write a version, commit or build number, or add digest="sha256:…"
from chartgen import Image, Service, Waiver

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="main"),
    waivers=[Waiver(rule="CG401", reason="Until the release train starts.", owner="team-orders", until="2026-11-20")],
)

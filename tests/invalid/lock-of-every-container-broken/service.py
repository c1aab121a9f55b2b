# error: service.py:15: sidecars.mesh.security_context.read_only_root_filesystem: is False, but a lock of preset acme (presets/acme.py:6) wants it to be True: we say so
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="*.security_context.read_only_root_filesystem", reason="…", owner="…", until="2027-01-31")]
# error: service.py:18: components.worker.security_context.read_only_root_filesystem: is False, but a lock of preset acme (presets/acme.py:6) wants it to be True: we say so
# hint: keep to it; or waive it for a while: waivers=[Waiver(lock="*.security_context.read_only_root_filesystem", reason="…", owner="…", until="2027-01-31")]
from chartgen import Component, Image, SecurityContext, Service, Sidecar

service = Service(
    name="orders-api",
    image=Image(repository="ghcr.io/acme/orders-api", tag="1.4.2"),
    ports={"http": 3000},
    presets=["acme"],
    sidecars={
        "mesh": Sidecar(
            image=Image(repository="ghcr.io/acme/mesh", tag="1.0.1"),
            security_context=SecurityContext(read_only_root_filesystem=False),
        ),
    },
    components={"worker": Component(security_context=SecurityContext(read_only_root_filesystem=False))},
)

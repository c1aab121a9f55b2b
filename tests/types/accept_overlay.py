"""A layer says only what it changes: required fields may be left out, and None takes back where the type says so."""

from chartgen import Autoscaling, Image, Overlay, Port, Preset, Probes, Route, Service

empty = Overlay()
image = Overlay(image=Image(tag="1.4.3"))
pinned = Overlay(image=Image(digest="sha256:" + "0" * 64))
route = Overlay(routes={"public": Route(paths=["/v2"])})
port = Overlay(ports={"http": Port(protocol="UDP")})
taken_back = Overlay(
    autoscaling=None,
    network_policy=None,
    disruption_budget=None,
    probes=Probes(liveness=None),
    env={"LOG_LEVEL": None},
    config={"LOG_LEVEL": None},
    ports={"metrics": None},
    routes={"public": None},
    labels={"tier": None},
)
preset = Preset(name="house", replicas=3, autoscaling=Autoscaling(max_replicas=5))
nameless = Service(image=image.image, environments={"staging": empty, "production": pinned})

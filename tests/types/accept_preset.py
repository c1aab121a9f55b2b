"""A preset: its locks, overlays, sizes and rules; and a function that takes options."""

from chartgen import (
    Image, Lock, Overlay, Preset, PresetUse, Resources, Service, Waiver, takes_options,
)

preset = Preset(
    name="house",
    version="1.2.0",
    extends=["acme/base", "http-api"],
    environments={"production": Overlay(replicas=3)},
    locks=[
        Lock("replicas", at_least=3, environments=["production"], reason="a pod may go"),
        Lock("service.type", one_of=["ClusterIP"], reason="traffic comes by the gateway", waivable=False),
        Lock("resources.memory", at_most="2Gi", reason="nodes are small", link="https://acme.example/nodes"),
        Lock("security_context.read_only_root_filesystem", equals=True, reason="nobody writes into an image"),
    ],
    required=["owner"],
    registries=["ghcr.io/acme"],
    sizes={"small": Resources(cpu="50m")},
    rules={"CG401": "error"},
    deprecated="use house-2",
)


@takes_options
def http_api(metrics_path: str = "/metrics", *, copies: int = 2) -> Preset:
    """An API."""
    return Preset(name="http-api", replicas=copies, labels={"metrics": metrics_path})


service = Service(
    name="a",
    size="small",
    image=Image(repository="a", tag="1"),
    presets=["house", PresetUse(name="http-api", options={"copies": 3}), http_api("/m", copies=3), http_api()],
    waivers=[Waiver(lock="replicas", reason="a pilot", owner="me", until="2027-01-31")],
)

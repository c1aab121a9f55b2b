from chartgen import Preset

preset = Preset(
    name="acme",
    registries=["registry.acme.example"],
)

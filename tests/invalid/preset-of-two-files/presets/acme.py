from chartgen import Preset

preset = Preset(
    name="acme",
)

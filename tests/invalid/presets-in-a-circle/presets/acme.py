from chartgen import Preset

preset = Preset(
    name="acme",
    extends=["base"],
)

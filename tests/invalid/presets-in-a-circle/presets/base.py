from chartgen import Preset

preset = Preset(
    name="base",
    extends=["acme"],
)

from chartgen import Preset

preset = Preset(
    name="http-api",
)

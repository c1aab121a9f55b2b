from chartgen import Preset

preset = Preset(
    name="acme",
    version="1.3.0",
)

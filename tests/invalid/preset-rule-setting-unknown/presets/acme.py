from chartgen import Preset

preset = Preset(
    name="acme",
    rules={"CG999": "off"},
)

from chartgen import Preset

preset = Preset(
    name="acme",
    rules={"CG401": "error"},
)

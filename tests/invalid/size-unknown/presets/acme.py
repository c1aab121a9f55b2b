from chartgen import Preset, Resources

preset = Preset(
    name="acme",
    sizes={"small": Resources(cpu="50m")},
)

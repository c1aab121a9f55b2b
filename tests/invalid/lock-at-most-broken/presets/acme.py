from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("resources.memory", at_most="1Gi", reason="we say so"),
    ],
)

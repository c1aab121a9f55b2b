from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replicas", at_most=2, reason="we say so"),
    ],
)

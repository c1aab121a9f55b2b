from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replicas", at_least=3, reason="we say so"),
    ],
)

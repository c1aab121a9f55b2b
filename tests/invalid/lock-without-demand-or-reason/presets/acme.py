from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replicas", reason="we say so"),
        Lock("replicas", at_least=2),
    ],
)

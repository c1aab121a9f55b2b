from chartgen import Lock, Preset

preset = Preset(
    name="acme",
    locks=[
        Lock("replicas", at_least=3, environments=["production"], reason="we say so"),
    ],
)
